// A long piece of work goes on by itself, a request at a time. Without script there is a button.
document.querySelector("form[data-onward]")?.requestSubmit();

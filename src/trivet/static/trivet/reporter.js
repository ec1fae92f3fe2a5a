// What a reporter's page does by itself, in one file for the sake of a bad line. Without it the link and the forms still work.

// Whether the server can be reached now.
export const online = async () => {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(4_000) })).ok;
  } catch {
    return false;
  }
};

// Leaving at once: Shift three times, or the link.
const leaves = (link) => {
  const leave = () => {
    document.title = "\u00a0";
    document.body.replaceChildren(); // on a slow line the page is gone before the next one comes
    location.replace(link.href);
  };

  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") {
      presses = []; // somebody is typing capitals
      return;
    }
    presses = [...presses.slice(-2), event.timeStamp];
    if (presses.length === 3 && presses[2] - presses[0] < 1500) leave();
  });

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
};

// Sending: without a network the browser would put its own page in place of what was written.
const sends = (form) => {
  const unsent = form.querySelector("[data-unsent]");
  let [asking, sure] = [false, false];

  form.addEventListener("submit", async (event) => {
    if (sure) return;
    event.preventDefault();
    if (asking) return; // pressed twice
    asking = true;
    unsent.hidden = true;
    unsent.hidden = await online();
    asking = false;
    if (unsent.hidden) {
      sure = true;
      form.requestSubmit(event.submitter);
      sure = false; // it may be stopped, and pressed again
    } else {
      unsent.focus();
    }
  });
};

const [link, form] = ["a.leave", "form[data-sends]"].map((each) => document.querySelector(each));
if (link) leaves(link);
if (form) sends(form);

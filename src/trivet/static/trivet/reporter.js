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

// Files that the server would refuse are said at once, in its words: they would be sent whole before it could.
const chooses = (files) => {
  const { most, largest, tooMany, tooLarge } = files.dataset;
  const field = files.closest(".field");
  const trouble = field.querySelector("[data-trouble]");
  const wrong = ({ size }, place) => (place >= most ? tooMany : size > largest ? tooLarge : "");
  const look = () => {
    const said = Array.from(files.files, (file, place) => wrong(file, place).replace("{name}", () => file.name)).filter(Boolean);
    trouble.replaceChildren(...said.map((textContent) => Object.assign(document.createElement("p"), { textContent })));
    trouble.hidden = !said.length;
    field.classList.toggle("wrong", !trouble.hidden);
  };
  files.addEventListener("change", look);
  return () => {
    look();
    if (trouble.hidden) return true;
    files.closest("details").open = true;
    files.focus();
    return false;
  };
};

// Sending: without a network the browser would put its own page in place of what was written.
const sends = (form) => {
  const unsent = form.querySelector("[data-unsent]");
  const fits = chooses(form.querySelector("input[type=file]"));
  const anyway = unsent.querySelector("[data-anyway]");
  let [asking, sure, before] = [false, false, false];
  const send = (by) => {
    sure = true;
    form.requestSubmit(by);
    sure = false; // it may be stopped, and pressed again
  };

  addEventListener("pageshow", () => (asking = false)); // somebody came back to it
  anyway.querySelector("button").addEventListener("click", () => send());
  form.addEventListener("submit", async (event) => {
    if (sure) return;
    event.preventDefault();
    if (asking || !fits()) return; // pressed twice, or too much
    asking = true;
    unsent.hidden = true;
    unsent.hidden = await online();
    if (unsent.hidden) {
      send(event.submitter);
      setTimeout(() => (asking = false), 3_000); // somebody may stop it, and press again
    } else {
      asking = false;
      anyway.hidden = !(before && navigator.onLine); // the page may be wrong about it, and holds nothing up
      before = true;
      unsent.focus();
    }
  });
};

const [link, form] = ["a.leave", "form[data-sends]"].map((each) => document.querySelector(each));
if (link) leaves(link);
if (form?.requestSubmit && AbortSignal.timeout) sends(form); // an older browser sends as ever

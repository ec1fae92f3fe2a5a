// Keeps what somebody writes, sealed on the server, while they write. Without it a form is sent or lost, as ever.
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const [kept, signedOut] = ["[data-kept]", "[data-signed-out]"].map((each) => form.querySelector(each));
  const pause = 1500;
  let [waiting, changed, going] = [0, false, null];

  const keep = async () => {
    clearTimeout(waiting);
    changed = false;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.set("page", location.pathname);
    try {
      const [keepalive, signal] = [document.hidden, AbortSignal.timeout(5000)];
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive, signal, redirect: "error" });
      kept.hidden = !answer.ok;
      signedOut.hidden = answer.status !== 403;
    } catch {
      kept.hidden = true; // no network: it stands in the form all the same
    }
  };
  const go = () => {
    going ??= keep().finally(() => {
      going = null;
      if (changed) waiting = setTimeout(go, pause); // something was written meanwhile
    });
    return going;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(go, pause);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && changed) go();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    changed = false;
    if (!going) return;
    event.preventDefault(); // a draft that arrives after its text was sent would be offered again
    going.finally(() => form.requestSubmit(event.submitter));
  });
})();

// Keeps what somebody writes, sealed on the server, while they write. Without it a form is sent or lost, as ever.
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const kept = form.querySelector("[data-kept]");
  let [waiting, changed, going] = [0, false, null];

  const keep = async () => {
    clearTimeout(waiting);
    changed = false;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.set("page", location.pathname);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: document.hidden, redirect: "error" });
      kept.hidden = !answer.ok;
    } catch {
      kept.hidden = true; // no network: it stands in the form all the same
    }
  };
  const go = () => {
    going ??= keep().finally(() => { going = null; });
    return going;
  };

  form.addEventListener("input", () => {
    [kept.hidden, changed] = [true, true];
    clearTimeout(waiting);
    waiting = setTimeout(go, 1500);
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

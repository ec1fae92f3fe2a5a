// Keys for the team's pages. Every page works without them.
(() => {
  const remembered = "trivet-single-keys-off";
  const help = document.getElementById("keys");
  const off = help?.querySelector("input[type=checkbox]");
  const typing = (target) =>
    target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  const read = () => {
    try {
      return localStorage.getItem(remembered) === "yes";
    } catch {
      return false;
    }
  };

  const move = (step) => {
    const stops = [...document.querySelectorAll("[data-move]")].filter((stop) => stop.checkVisibility());
    const here = stops.indexOf(document.activeElement);
    const next = here < 0 ? (step > 0 ? 0 : stops.length - 1) : here + step;
    stops[next]?.focus();
    stops[next]?.scrollIntoView({ block: "nearest" });
  };

  const search = () => {
    const field = document.querySelector("input[type=search]");
    if (field) field.focus();
    else if (help?.dataset.search) location.assign(help.dataset.search);
  };
  const keys = { "?": () => help?.showModal(), "/": search, j: () => move(1), k: () => move(-1) };

  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form[method=post]");
      if (form && !event.repeat) {
        event.preventDefault();
        form.requestSubmit();
      }
      return;
    }
    const action = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (read() || help?.open || typing(event.target)) return;
    event.preventDefault();
    action();
  });

  if (help) {
    off.checked = read();
    off.addEventListener("change", () => {
      try {
        localStorage.setItem(remembered, off.checked ? "yes" : "no");
      } catch {
        // a browser that remembers nothing keeps the keys on
      }
    });
    const opener = document.querySelector("[data-open-keys]");
    opener.hidden = false;
    opener.addEventListener("click", () => help.showModal());
  }

  // Guidance is folded on a phone and stands open in the margin of a wide page.
  if (matchMedia("(min-width: 60em)").matches) {
    for (const guidance of document.querySelectorAll("details.guidance")) guidance.open = true;
  }
})();

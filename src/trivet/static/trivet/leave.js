// Leaving at once: Shift three times, or the link. Without this file the link still works.
(() => {
  const link = document.querySelector("a.leave");
  if (!link) return;

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
})();

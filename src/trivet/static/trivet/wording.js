// Marks wording that deserves another look, as it is written. Without this the server does when it is saved.
(() => {
  for (const list of document.querySelectorAll("[data-wording]")) {
    const field = document.getElementById(list.dataset.of);
    const { patterns, spared, why } = JSON.parse(list.dataset.wording);
    const rules = Object.entries({ "": spared, ...patterns })
      .flatMap(([kind, each]) => each.map((one) => [kind, new RegExp(one, "gi")]));

    const pressing = (text) => {
      const plain = text.replaceAll("’", "'").replace(/\s/g, " ");
      const found = rules.flatMap(([kind, rule]) =>
        [...plain.matchAll(rule)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })));
      found.sort((one, other) => one.start - other.start || other.end - one.end);
      let read = 0;
      return found.filter(({ start, end }) => start >= read && (read = end)).filter(({ kind }) => kind);
    };

    const show = () => {
      const text = field.value;
      list.replaceChildren(...pressing(text).map(({ kind, start, end }) => {
        const [item, excerpt] = [document.createElement("li"), document.createElement("b")];
        excerpt.dir = "auto";
        excerpt.textContent = `“${text.slice(start, end)}”`;
        item.append(excerpt, ` ${why[kind]}`);
        return item;
      }));
    };

    let waiting = 0;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 300);
    });
    if (field.value) show();
  }
})();

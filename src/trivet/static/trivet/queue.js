// What waits on this phone until there is a network: only what is sealed, where it goes, and when it was kept.
const make = ({ result }) => result.createObjectStore("kept", { keyPath: "secret" });
const makeNothing = ({ transaction }) => transaction.abort();

const open = (whereNoneIs) =>
  new Promise((done, failed) => {
    const asked = indexedDB.open("trivet", 1);
    asked.onupgradeneeded = () => whereNoneIs(asked);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

const within = async (mode, ask, whereNoneIs = make) => {
  const store = await open(whereNoneIs);
  try {
    return await new Promise((done, failed) => {
      const change = store.transaction("kept", mode, { durability: "strict" });
      const asked = ask(change.objectStore("kept"));
      change.oncomplete = () => done(asked.result);
      change.onabort = change.onerror = () => failed(change.error);
    });
  } finally {
    store.close();
  }
};

export const all = async () => (await within("readonly", (kept) => kept.getAll())).sort((a, b) => (a.at < b.at ? -1 : 1));
export const add = (one) => within("readwrite", (kept) => kept.put(one));
export const remove = (secret) => within("readwrite", (kept) => kept.delete(secret));

// Whether anything waits that its writer has to be signed in for; a browser that never kept anything is left as it is.
export const waits = async () => {
  const kept = await within("readonly", (all) => all.getAll(), makeNothing).catch(() => []);
  return kept.some(({ to }) => to.startsWith("/events/"));
};

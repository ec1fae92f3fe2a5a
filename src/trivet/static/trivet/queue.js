// What waits on this phone until there is a network: only what is sealed, where it goes, and when it was kept.
const open = () =>
  new Promise((done, failed) => {
    const asked = indexedDB.open("trivet", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("kept", { keyPath: "secret" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

const within = async (mode, ask) => {
  const store = await open();
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

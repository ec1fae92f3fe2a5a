// Without a network the page that was kept answers, for the addresses at which reports are taken down; else nothing.
const shell = new URL("shell", registration.scope).href;
const patience = 8000; // of a line that is there and carries nothing

const answer = async (request, kept) => {
  const asked = fetch(request);
  const late = new Promise((_, give) => setTimeout(give, patience, new Error("no answer yet")));
  try {
    return await Promise.race([asked, late]);
  } catch {
    return (await caches.match(kept)) ?? asked;
  }
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const below = address.href.slice(registration.scope.length);
  if (request.mode === "navigate") {
    if (/^([^/]+\/)?$/.test(below)) event.respondWith(answer(request, shell));
  } else if (address.pathname.startsWith("/static/")) {
    event.respondWith(answer(request, request.url));
  }
});

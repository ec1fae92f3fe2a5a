// Taking a report down where there may be no network. Without this, or in a browser that cannot seal, the form sends as ever.
import { works } from "./hpke.js";
import * as queue from "./queue.js";
import { online } from "./reporter.js";
import { choose, sealed } from "./sealing.js";

const here = location.pathname;
const root = here.startsWith("/day/") ? "/day/" : here; // below it the worker answers, and nowhere else
const part = (name) => document.querySelector(`[data-phone-${name}]`);
const show = (name, visible = true) => part(name)?.toggleAttribute("hidden", !visible);
const look = (name) => {
  part(name).focus({ preventScroll: true });
  part("readers").scrollIntoView(); // whom to ring stands above it
};
const { event, people } = JSON.parse(part("readers").dataset.phoneReaders);
const form = document.getElementById("report");
const away = form?.hasAttribute("data-phone-only"); // the page that was kept: there is nothing else to send to

// The page as it is kept holds nothing of anybody's report, nor the link: so one address serves for every link.
const keepThePage = async () => {
  const page = await fetch(`${here}shell/`);
  if (!page.ok || page.redirected) return;
  const cache = await caches.open("trivet");
  await cache.put(`${root}shell`, page);
  await cache.addAll(Array.from(document.querySelectorAll("link[href], script[src]"), (one) => one.href ?? one.src));
  const only = { createScriptURL: () => `${root}worker.js` };
  const policy = globalThis.trustedTypes?.createPolicy("worker", only) ?? only;
  await navigator.serviceWorker.register(policy.createScriptURL(""), { scope: root });
  await navigator.serviceWorker.ready;
  show("ready");
};

const list = async () => {
  const waiting = await queue.all();
  const [lines, line] = [part("list"), part("line")];
  lines.replaceChildren(...waiting.map(({ at }) => {
    const item = line.content.cloneNode(true);
    const time = item.querySelector("time");
    time.dateTime = at;
    time.textContent = new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    return item;
  }));
  show("waiting", waiting.length > 0);
  show("note", waiting.length === 0 && part("sent").hidden);
};

// Nowhere but on this page: who leaves it, or pulls it down by mistake, is asked first.
const stay = (leaving) => {
  leaving.preventDefault();
  leaving.returnValue = true; // what older browsers want
};

const hand = (code) => {
  const words = part("code").content.cloneNode(true);
  const spelled = words.querySelector(".spelled");
  spelled.append(...code.split(" ").flatMap((word) => [Object.assign(document.createElement("span"), { textContent: word }), " "]));
  part("codes").append(words);
  addEventListener("beforeunload", stay);
  show("sent");
  look("sent");
};

let sending = false;
const send = async () => {
  if (sending) return;
  sending = true;
  for (const name of ["sign-in", "refused", "nobody-now"]) show(name, false);
  try {
    for (const { secret, to, fields } of await queue.all()) {
      const answer = await fetch(to, { method: "POST", body: new URLSearchParams(fields), signal: AbortSignal.timeout(20_000) });
      if (answer.ok) {
        const { code } = await answer.json();
        await queue.remove(secret);
        hand(code);
      } else {
        show({ 403: "sign-in", 409: "nobody-now" }[answer.status] ?? "refused");
      }
    }
  } catch {
    // no network yet: everything waits
  } finally {
    sending = false;
    await list();
  }
};

const keep = async () => {
  const typed = new FormData(form);
  const said = Object.fromEntries([...typed].filter(([name]) => !["secret", "csrfmiddlewaretoken", "outside", "leave_out"].includes(name)));
  const leave_out = typed.getAll("leave_out");
  const readers = choose(people, leave_out);
  const outside = readers.some(({ role }) => role === "outside");
  const named = outside && !part("outside").hidden;
  show("empty", !said.what_happened.trim());
  show("nobody", !readers.length);
  show("outside", outside);
  const trouble = ["empty", "nobody", ...(named ? [] : ["outside"])].find((name) => !part(name).hidden);
  if (trouble) {
    look(trouble);
    return;
  }
  await queue.add(await sealed({ event, readers, to: `${here}sealed/`, said: { ...said, leave_out, written_at: new Date().toISOString() } }));
  show("danger", ["yes", "unsure"].includes(said.in_danger));
  show("outside", false);
  form.reset();
  await list();
  look("waiting");
  await send();
};

if (await works()) {
  const signIn = part("sign-in-here");
  if (signIn) signIn.href += `?${new URLSearchParams({ next: here })}`;
  part("send").addEventListener("click", send);
  addEventListener("online", send);
  let busy = false;
  addEventListener("pageshow", () => (busy = false)); // somebody came back to it
  form?.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    if (busy) return; // pressed twice
    busy = true;
    if (!away && (await online())) {
      form.submit();
      setTimeout(() => (busy = false), 3_000); // somebody stopped it: what was sent twice arrives once
    } else {
      await keep().finally(() => (busy = false));
    }
  });
  if (form && !away) keepThePage().catch(() => {}); // it keeps nothing this time; the form works as ever
  await send();
}

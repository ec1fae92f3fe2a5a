// What somebody typed becomes something that waits: sealed to three at most, as the server would choose them.
import { bind, seal } from "./hpke.js";

const SMALLEST = 256;
const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const from64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// Two of the team and a chair where they can; the outside contacts when nobody of the team is left.
export const choose = (people, leftOut) => {
  const free = people.filter(({ id }) => !leftOut.includes(id));
  const of = (role) => free.filter((one) => one.role === role);
  const [team, chairs] = [of("team"), of("chair")];
  const chosen = [...team.slice(0, 2), ...chairs.slice(0, 1)];
  const more = [...team, ...chairs].filter((one) => !chosen.includes(one));
  const near = [...chosen, ...more].slice(0, 3);
  return near.length ? near : free.slice(0, 3);
};

// Spaces to the next power of two: how long a report is shows in steps.
const padded = (said) => {
  const text = new TextEncoder().encode(JSON.stringify(said));
  const size = Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(text.length)));
  return new Uint8Array(size).fill(32).map((space, place) => text[place] ?? space);
};

export const sealed = async ({ event, readers, said, to }) => {
  const text = padded(said);
  const columns = await Promise.all(readers.map(async ({ id, key }) => {
    const info = bind("sealed on a phone", event, id);
    return [["member", id], ["key", key], ["sealed", base64(await seal(from64(key), text, info))]];
  }));
  const random = crypto.getRandomValues(new Uint8Array(16));
  const secret = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { secret, to, at: said.written_at, fields: [["secret", secret], ...columns.flat()] };
};

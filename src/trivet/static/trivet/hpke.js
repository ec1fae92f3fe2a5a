// HPKE (RFC 9180), base mode, for one message: X25519, HKDF-SHA256, AES-256-GCM. A browser has no other that we could use.
const subtle = globalThis.crypto?.subtle;
const utf8 = new TextEncoder();
const KEM = new Uint8Array([...utf8.encode("KEM"), 0, 0x20]);
const SUITE = new Uint8Array([...utf8.encode("HPKE"), 0, 0x20, 0, 1, 0, 2]);
const NONE = new Uint8Array();

const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
const short = (number) => [number >> 8, number & 255];

const hmac = async (key, ...parts) => {
  const usable = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", usable, joined(...parts)));
};
// An empty salt is as many zeros as the hash is long; nothing here is longer than one hash, so it expands in one step.
const extract = (suite, salt, label, secret) =>
  hmac(salt.length ? salt : new Uint8Array(32), utf8.encode("HPKE-v1"), suite, utf8.encode(label), secret);
const expand = async (suite, secret, label, info, length) => {
  const wanted = joined(short(length), utf8.encode("HPKE-v1"), suite, utf8.encode(label), info);
  return (await hmac(secret, wanted, [1])).slice(0, length);
};

// A secret shared with the owner of a public key, and what lets them find it.
const encapsulate = async (key) => {
  const theirs = await subtle.importKey("raw", key, "X25519", false, []);
  const ours = await subtle.generateKey("X25519", false, ["deriveBits"]);
  const enc = new Uint8Array(await subtle.exportKey("raw", ours.publicKey));
  const common = await subtle.deriveBits({ name: "X25519", public: theirs }, ours.privateKey, 256);
  const secret = await extract(KEM, NONE, "eae_prk", new Uint8Array(common));
  return { enc, shared: await expand(KEM, secret, "shared_secret", joined(enc, key), 32) };
};

// The bytes of a text, sealed to a public key for one purpose; the key that was made for it is gone afterwards.
export const seal = async (key, text, info) => {
  const { enc, shared } = await encapsulate(key);
  const hashes = [await extract(SUITE, NONE, "psk_id_hash", NONE), await extract(SUITE, NONE, "info_hash", info)];
  const context = joined([0], ...hashes);
  const secret = await extract(SUITE, shared, "secret", NONE);
  const raw = await expand(SUITE, secret, "key", context, 32);
  const iv = await expand(SUITE, secret, "base_nonce", context, 12);
  const usable = await subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  return joined(enc, new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv }, usable, text)));
};

// Parts that cannot run into each other: each behind its length, after a version byte, as the server binds them.
export const bind = (...parts) =>
  joined([1], ...parts.map((part) => utf8.encode(part)).map((part) => joined(short(part.length), part)));

// Whether this browser can.
export const works = async () => {
  try {
    await subtle.generateKey("X25519", false, ["deriveBits"]);
    return true;
  } catch {
    return false;
  }
};

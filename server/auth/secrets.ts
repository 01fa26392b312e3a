import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** An API key is `csp_`, the id of its row, `_`, and 32 random bytes; the id finds the row, the bytes prove it. */
const PREFIX = "csp";
const KEY = /^csp_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
const SECRET_BYTES = 32;
const ID_BYTES = 6;

/** Hexadecimal SHA-256: enough for 256 random bits, which nobody guesses. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A new key: its text is shown once, its hash is kept. */
export function makeKey(): { readonly id: string; readonly text: string; readonly secretHash: string } {
  const id = randomBytes(ID_BYTES).toString("hex");
  const secret = makeToken();
  return { id, text: `${PREFIX}_${id}_${secret}`, secretHash: hashSecret(secret) };
}

/** The parts of a key's text; `null` where it is none. */
export function readKey(text: string): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** 32 random bytes as text of 43 characters. */
export function makeToken(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** Whether a secret has this hash, in a time that does not tell how much of it is right. */
export function isSecretOf(secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(hashSecret(secret)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

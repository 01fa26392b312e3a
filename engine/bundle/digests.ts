import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Bundle, BundleEntry, Payload } from "./bundle.ts";

function sha256(...lines: readonly string[]): string {
  return `sha256:${createHash("sha256").update(lines.join("\n"), "utf8").digest("hex")}`;
}

/** SHA-256 of salt, newline and the canonical JSON of the payload. */
export function digestOf(salt: string, payload: Payload): string {
  return sha256(salt, canonicalize(payload) ?? "");
}

/** The last link of the chain over the parts and digests of all entries, in their order. */
export function headOf(entries: readonly BundleEntry[]): string {
  return entries.reduce((link, { part, digest }) => sha256(link, part, digest), sha256("bundle/1"));
}

/** The one text of a bundle: canonical JSON and a newline. */
export function textOf(bundle: Bundle): string {
  return `${canonicalize(bundle)}\n`;
}

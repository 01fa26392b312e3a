import { type BundlePart, PERSONAL_PARTS } from "./bundle.ts";
import { textOf } from "./digests.ts";
import { readBundle, type Unreadable } from "./read-bundle.ts";

/**
 * The bundle without the payloads and salts of some parts, those about persons unless said otherwise: digests and head stay, so that the chain
 * still verifies, and what was erased can neither be read nor guessed.
 */
export function eraseBundle(
  text: string,
  erases: (part: BundlePart) => boolean = (part) => PERSONAL_PARTS.has(part),
): { readonly text: string } | { readonly unreadable: Unreadable } {
  const read = readBundle(text);
  if ("unreadable" in read) return read;
  const entries = read.bundle.entries.map((entry) => (erases(entry.part) ? { part: entry.part, digest: entry.digest } : entry));
  return { text: textOf({ ...read.bundle, entries }) };
}

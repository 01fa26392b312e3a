import { z } from "zod";

/** What an entry holds: the parts of a round, of a result, and what they rest on. A list has an entry per element, in its order. */
const BUNDLE_PARTS = [
  "round",
  "round/hosts",
  "round/missions",
  "round/promotions",
  "round/candidates",
  "round/pins",
  "round/published",
  "policy",
  "profile",
  "result",
  "result/outcomes",
  "result/missions",
  "result/issues",
  "certificate",
  "bounds",
  "reasons",
] as const;

export type BundlePart = (typeof BUNDLE_PARTS)[number];

/**
 * Parts that say something of a person: missions name for whom they are reserved, promotions their members, bounds prices per candidate, proofs of
 * reasons whose they are.
 */
export const PERSONAL_PARTS: ReadonlySet<BundlePart> = new Set<BundlePart>([
  "round/missions",
  "round/promotions",
  "round/candidates",
  "round/pins",
  "round/published",
  "result/outcomes",
  "result/missions",
  "result/issues",
  "bounds",
  "reasons",
]);

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const part = z.enum(BUNDLE_PARTS);

/** An entry, or what is left of it once it was erased: the digest, by which nobody can guess it without the salt. */
const entry = z.union([
  z.strictObject({ part, digest, salt: z.string().regex(/^[0-9a-f]{32,}$/), payload: z.json() }),
  z.strictObject({ part, digest }),
]);

/**
 * `bundle/1`: everything needed to verify a result again, in one file of canonical JSON (RFC 8785) and a newline at its end.
 *
 *     digest of an entry = SHA-256(salt, newline, canonical payload)
 *     link 0 = SHA-256("bundle/1"),  link i = SHA-256(link i-1, newline, part i, newline, digest i),  head = the last link
 */
export const bundleSchema = z.strictObject({ schema: z.literal("bundle/1"), entries: z.array(entry), head: digest });

export type Bundle = z.infer<typeof bundleSchema>;
export type BundleEntry = Bundle["entries"][number];
export type Payload = Extract<BundleEntry, { salt: string }>["payload"];

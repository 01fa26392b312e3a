import canonicalize from "canonicalize";
import type { Standing } from "../domain/guarantee.ts";
import type { Result } from "../domain/result.ts";
import type { Violation } from "../domain/violation.ts";
import { parseResultValue } from "../input/parse-result.ts";
import { parseRoundValue } from "../input/parse-round.ts";
import { PROFILES } from "../profiles/catalogue.ts";
import { examineResult } from "../verify/verify-result.ts";
import type { Bundle } from "./bundle.ts";
import { digestOf, headOf } from "./digests.ts";
import { type Contents, contentsOf } from "./parts.ts";
import { readBundle, type Unreadable } from "./read-bundle.ts";

/** What is wrong with a bundle. */
export type BundleIssue =
  | { readonly code: Unreadable | "head" | "parts" | "round" | "result" | "profile" }
  /** The payload of the entry at this position, from 0, is not what was digested. */
  | { readonly code: "digest"; readonly entry: number }
  /** The head is not the one that was kept elsewhere. */
  | { readonly code: "other-head" }
  | { readonly code: "violation"; readonly violation: Violation };

/** What a verification of a bundle found. */
export interface BundleVerdict {
  readonly issues: readonly BundleIssue[];
  /** The last link of its chain as it says; `null` where it cannot be read. */
  readonly head: string | null;
  readonly entries: number;
  /** Entries whose payload was erased: then only the chain and what is left can be verified. */
  readonly erased: number;
  /** Of the round and result in it, where they are whole. */
  readonly result: Result | null;
  /** G13: holds for a whole bundle without issue; with something erased only the chain was measured. */
  readonly guarantee: Standing;
}

/**
 * Verifies a bundle offline: its text is the canonical one, every payload is what was digested, the chain ends in its head (and in the one kept
 * elsewhere, if given), the profile is the catalogue's, and the result in it is lawful with every figure, bound and guarantee as measured
 * again. Never throws.
 */
export function verifyBundle(text: string, keptHead: string | null = null): BundleVerdict {
  const read = readBundle(text);
  if ("unreadable" in read) {
    const issues = [{ code: read.unreadable }];
    return { issues, head: null, entries: 0, erased: 0, result: null, guarantee: "violated" };
  }
  const { bundle } = read;
  const erased = bundle.entries.filter((entry) => !("payload" in entry)).length;
  const broken = brokenChain(bundle, keptHead);
  const contents = erased === 0 ? contentsOf(bundle.entries) : null;
  const { issues, result } = broken.length > 0 || erased > 0 ? { issues: [], result: null } : examine(contents);
  const all = [...broken, ...issues];
  const unbroken: Standing = erased > 0 ? "not-measured" : "holds";
  const guarantee = all.length > 0 ? "violated" : unbroken;
  return { issues: all, head: bundle.head, entries: bundle.entries.length, erased, result, guarantee };
}

function brokenChain({ entries, head }: Bundle, keptHead: string | null): BundleIssue[] {
  const digests = entries.flatMap((entry, index): BundleIssue[] =>
    "payload" in entry && digestOf(entry.salt, entry.payload) !== entry.digest ? [{ code: "digest", entry: index }] : [],
  );
  return [
    ...digests,
    ...(headOf(entries) === head ? [] : [{ code: "head" as const }]),
    ...(keptHead === null || keptHead === head ? [] : [{ code: "other-head" as const }]),
  ];
}

function examine(contents: Contents | null): { readonly issues: readonly BundleIssue[]; readonly result: Result | null } {
  const refused = (code: "parts" | "round" | "result") => ({ issues: [{ code }], result: null });
  if (contents === null) return refused("parts");
  const round = parseRoundValue(contents.round);
  if (!round.ok) return refused("round");
  const parsed = parseResultValue(contents.result);
  if (!parsed.ok) return refused("result");
  const { result } = parsed;
  const profile = PROFILES.get(result.certificate.profile);
  const sameProfile = profile !== undefined && canonicalize(profile) === canonicalize(contents.profile);
  const violations = examineResult(round.round, result).violations;
  const issues: BundleIssue[] = [
    ...(sameProfile ? [] : [{ code: "profile" as const }]),
    ...violations.map((violation) => ({ code: "violation" as const, violation })),
  ];
  return { issues, result };
}

import type { BundleIssue, BundleVerdict } from "../../engine/bundle/verify-bundle.ts";
import { violationLine } from "./violation.ts";

const WORDS: Readonly<Record<Exclude<BundleIssue["code"], "digest" | "violation">, string>> = {
  "not-json": "this is no JSON",
  "not-a-bundle": "this is no bundle/1",
  "not-canonical": "a byte differs from the one canonical text of the bundle",
  head: "the chain over its entries does not end in its head",
  "other-head": "its head is not the one that was kept",
  parts: "a part is missing, or there twice",
  round: "its round cannot be read",
  result: "its result cannot be read",
  profile: "its profile is not the one of this version",
};

function issueLine(issue: BundleIssue): string {
  if (issue.code === "digest") return `entry ${issue.entry + 1}: the payload is not what was digested`;
  return issue.code === "violation" ? violationLine(issue.violation) : WORDS[issue.code];
}

/** What was found about a bundle, a line each. */
export function bundleLines({ issues, head, entries, erased, result }: BundleVerdict): readonly string[] {
  if (issues.length > 0) return issues.map(issueLine);
  const chain = `${entries} entries, chain unbroken up to ${head}`;
  if (erased > 0)
    return [chain, `${erased} payloads were erased: the result can no longer be verified again, what is left is as it was`];
  return [chain, `lawful, and every figure is what the round and the placements give: round ${result?.round.id}`];
}

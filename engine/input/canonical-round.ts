import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Policy } from "../domain/policy.ts";
import type { PinJson, RoundJson } from "./round-schema.ts";

/** The round as given, without `limits`, lists that are sets in canonical order, absent and `null` fields alike left out. */
export type CanonicalRound = Omit<RoundJson, "limits">;

/** What each list that is a set is sorted by; lists that are not named here mean their order (choices, pairs, tiers). */
const SORTED_BY: ReadonlyMap<string, (entry: unknown) => string> = new Map([
  ["hosts", field("id")],
  ["hosts.unavailable", canonicalText],
  ["hosts.offers", String],
  ["missions", field("id")],
  ["missions.occupied", canonicalText],
  ["missions.languages", String],
  ["missions.offers", String],
  ["promotions", field("id")],
  ["promotions.zone.municipalities", String],
  ["promotions.zone.provinces", String],
  ["promotions.zone.regions", String],
  ["promotions.zone.languageAreas", String],
  ["promotions.members", field("candidate")],
  ["candidates", field("id")],
  ["candidates.languages", String],
  ["candidates.needs", String],
  ["pins", canonicalText],
  ["published", field("candidate")],
  ["policy.representativeness", field("dimension")],
]);

/** RFC 8785 text of a JSON value. */
function canonicalText(value: unknown): string {
  return canonicalize(value) ?? "";
}

/** The canonical text of a pin, by which pins are sorted. */
export function pinText(pin: PinJson): string {
  return canonicalText(ordered(pin, "pins"));
}

/** Puts a round that follows the schema in canonical order. */
export function canonicalRound(round: RoundJson): CanonicalRound {
  const { limits: _, ...kept } = round;
  // Ordering moves entries and leaves out nulls; both keep the shape.
  return ordered(kept, "") as CanonicalRound;
}

/** `sha256:` and the hexadecimal digest of the round's canonical text. */
export function roundHash(round: CanonicalRound): string {
  return digest(canonicalText(round));
}

/** Puts an effective policy in canonical order, so that results echo the same bytes however the round was told. */
export function canonicalPolicy(policy: Policy): Policy {
  return ordered(policy, "policy") as Policy;
}

/** The same digest for the policy a round is solved under, defaults filled in. */
export function policyHash(policy: Policy): string {
  return digest(canonicalText(canonicalPolicy(policy)));
}

function digest(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

function field(name: string): (entry: unknown) => string {
  return (entry) => String((entry as Readonly<Record<string, unknown>>)[name]);
}

/** In the policy `null` switches a part off; everywhere else it says the same as leaving the field out. */
function ordered(value: unknown, path: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => ordered(entry, path));
    const sortKey = SORTED_BY.get(path);
    return sortKey === undefined ? entries : sortedBy(entries, sortKey);
  }
  const keepNull = path === "policy" || path.startsWith("policy.");
  const fields: Record<string, unknown> = {};
  for (const [key, inner] of sortedBy(Object.entries(value), field("0")) as [string, unknown][]) {
    if (typeof inner === "object" && inner !== null) fields[key] = ordered(inner, path === "" ? key : `${path}.${key}`);
    else if (inner !== undefined && (inner !== null || keepNull)) fields[key] = inner;
  }
  return fields;
}

/** Sorted by UTF-16 code units, never by locale. */
function sortedBy(entries: readonly unknown[], sortKey: (entry: unknown) => string): unknown[] {
  return entries
    .map((entry) => [sortKey(entry), entry] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, entry]) => entry);
}

import type { Placement, Round } from "../../engine/domain/round.ts";
import { allowanceOf, better, worsen } from "../../engine/search/allowance.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import type { StageClaim } from "../contenders/contender.ts";
import { tierValues } from "./tier-values.ts";

export interface Verdict {
  /** Empty: the placements are lawful and no claim contradicts them. */
  readonly complaints: readonly string[];
  /** Rules that are broken, each once. */
  readonly broken: readonly string[];
  readonly values: readonly (readonly number[])[];
}

const MOST_COMPLAINTS = 3;

/**
 * Judges an answer before its time counts: every rule by the independent verifier, every tier by its measure, and each value claimed
 * against that measure.
 */
export function judge(round: Round, placements: readonly Placement[], claims: readonly StageClaim[]): Verdict {
  const values = tierValues(round, placements);
  const violations = verifyPlacements(round, placements);
  const found = violations.map(({ rule, detail, subjects }) => `${rule}: ${detail} ${JSON.stringify(subjects)}`);
  const refuted = claims.flatMap((claim) => refutations(round, values, claims, claim));
  const broken = [...new Set(violations.map(({ rule }) => rule))];
  return { complaints: [...found, ...refuted].slice(0, MOST_COMPLAINTS), broken, values };
}

/** A placement worse than what was locked, allowance included, or better than what was called the bound, refutes a claim. */
function refutations(
  { policy }: Round,
  values: Verdict["values"],
  claims: readonly StageClaim[],
  { tier, entry, objectives, sense, found, bound }: StageClaim,
): readonly string[] {
  const name = entry > 1 ? `${objectives.join("+")}, entry ${entry}` : objectives.join("+");
  const value = values[tier - 1]?.[entry - 1];
  if (value === undefined) return [`${name}: the policy has no such tier or entry`];
  const spent = claims.some((later) => later.tier > tier);
  const allowance = policy.tiers[tier - 1]?.allowance;
  const limit = spent && allowance !== undefined ? worsen(found, allowanceOf(allowance, found), sense) : found;
  // An entry's bound holds while the entries before it are as they were found.
  const asFound = claims.every(
    (other) => other.tier !== tier || other.entry >= entry || other.found === values[tier - 1]?.[other.entry - 1],
  );
  return [
    ...(better(limit, value, sense) ? [`${name}: claimed ${found}, is ${value}`] : []),
    ...(asFound && bound !== null && better(value, bound, sense) ? [`${name}: claimed bound ${bound}, is ${value}`] : []),
  ];
}

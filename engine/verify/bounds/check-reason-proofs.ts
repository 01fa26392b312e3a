import type { BoundCertificate, ReasonProof } from "../../domain/bound-certificate.ts";
import { parseDay } from "../../domain/calendar.ts";
import type { Ground } from "../../domain/reason.ts";
import type { Outcome, Result } from "../../domain/result.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import { below, differs } from "../figures/compare.ts";
import { tierSense } from "../measure-tiers.ts";
import { addUp } from "./add-up.ts";
import { type BoundCase, entryOf, isLargestDelay, type Reported } from "./mixture.ts";
import { provenValue } from "./recompute-bound.ts";

/**
 * Every proof of reasons must prove, worked out anew, what it says of each of them, and that what their grounds name breaks: that the tier goes beyond its
 * lock by as much as is told.
 */
export function checkReasonProofs(boundCase: BoundCase, { outcomes, locks, tiers, certificate }: Result): FigureViolation[] {
  const told = new Map(outcomes.map((outcome) => [outcome.candidate, outcome]));
  // What is asked keeps every lock with its allowance, those of earlier entries of the same tier too.
  const reported: Reported = { tiers, locks: locks.map((lock) => ({ ...lock, found: lock.limit })) };
  return (certificate.reasons ?? []).flatMap((proof, index) => {
    const path = below(below("/certificate/reasons", index), "with");
    const bestWith = openProof(boundCase, proof, reported);
    const lock = entryOf(locks[proof.tier - 1]?.limit, proof.entry - 1);
    const tier = boundCase.casefile.round.policy.tiers[proof.tier - 1];
    return proof.with.flatMap(({ candidate, date, best }, i): FigureViolation[] => {
      const proven = bestWith(candidate, date);
      if (proven === null || proven !== best) return [differs(below(below(path, i), "best"), best, proven)];
      if (tier === undefined || lock === undefined) return [differs(below(path, i), candidate, null)];
      const beyond = tierSense(boundCase.casefile.round, tier) === "minimise" ? best - lock : lock - best;
      const price = groundOf(told.get(candidate), date)?.price;
      const isTold = price !== undefined && price.tier === tier.objectives.join("+") && price.by > 0 && price.by <= beyond;
      return isTold ? [] : [differs(below(path, i), price, { tier: tier.objectives.join("+"), by: beyond })];
    });
  });
}

/** The best value, in the tier's own sense, with a candidate starting on a date or on any: `null` where the prices prove nothing. */
function openProof(boundCase: BoundCase, { with: _, ...proof }: ReasonProof, reported: Reported) {
  const { casefile, options } = boundCase;
  const certificate: BoundCertificate = { ...proof, method: "assignment", bound: 0 };
  const people = new Map(options.map((person) => [person.candidate.id, person]));
  const priced = isLargestDelay(casefile, certificate) ? null : addUp(boundCase, certificate, reported);
  return (candidate: string, date: string | null): number | null => {
    const [person, day] = [people.get(candidate), date === null ? null : parseDay(date)];
    if (priced === null || person === undefined || (date !== null && day === null)) return null;
    return provenValue(casefile, certificate, priced.total - priced.leastOf(person) + priced.leastOf(person, day));
  };
}

/** The ground that is told of a date, or of having no place at all. */
function groundOf(outcome: Outcome | undefined, date: string | null): Ground | undefined {
  if (outcome === undefined || !("reason" in outcome) || outcome.reason === null || outcome.reason.code === "no-fit")
    return undefined;
  const { reason } = outcome;
  const isFirst = outcome.outcome === "reserve" ? date === null : date === reason.nearest?.date;
  return isFirst ? reason : reason.passed?.find((passed) => passed.date === date);
}

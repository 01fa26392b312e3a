import type { Result } from "../../domain/result.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import { type Casefile, openCasefile } from "../casefile.ts";
import { below, differs } from "../figures/compare.ts";
import { groupsOf } from "../openings.ts";
import { checkReasonProofs } from "./check-reason-proofs.ts";
import type { BoundCase } from "./mixture.ts";
import { optionsOf } from "./possibilities.ts";
import { recomputeBound } from "./recompute-bound.ts";
import { recomputeCompositionBound } from "./recompute-composition-bound.ts";

/** Every certificate must prove, worked out anew, exactly the bound that it and its tier report, and every proof of reasons what they tell. */
export function checkBounds(result: Result, { round }: Casefile): FigureViolation[] {
  const { tiers, locks, certificate } = result;
  if (certificate.bounds.length === 0 && certificate.reasons === undefined) return [];
  // Nobody is placed: the bound is about every placement.
  const casefile = openCasefile(round, []);
  const boundCase: BoundCase = { casefile, groups: groupsOf(casefile), options: optionsOf(casefile) };
  const wrong = certificate.bounds.flatMap((claim, index): FigureViolation[] => {
    const path = below("/certificate/bounds", index);
    const recompute = claim.method === "assignment" ? recomputeBound : recomputeCompositionBound;
    const proven = recompute(boundCase, claim, { tiers, locks });
    const figure = tiers[claim.tier - 1]?.bound ?? null;
    const reported = Array.isArray(figure) ? figure[claim.entry - 1] : claim.entry === 1 ? figure : null;
    if (proven !== claim.bound) return [differs(below(path, "bound"), claim.bound, proven)];
    return reported === proven ? [] : [differs(below(below("/tiers", claim.tier - 1), "bound"), figure, proven)];
  });
  return [...wrong, ...checkReasonProofs(boundCase, result)];
}

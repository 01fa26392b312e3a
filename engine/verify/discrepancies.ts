import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Policy } from "../domain/policy.ts";
import type { Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { FigureViolation, Violation } from "../domain/violation.ts";
import { checkBounds } from "./bounds/check-bounds.ts";
import { type Casefile, openCasefile } from "./casefile.ts";
import { compare } from "./figures/compare.ts";
import { indicatorFigures } from "./figures/indicators.ts";
import { missionFigures } from "./figures/missions.ts";
import { checkOutcomes, placementsOf } from "./figures/outcomes.ts";
import { promotionFigures } from "./figures/promotions.ts";
import { regionFigures } from "./figures/regions.ts";
import { representationFigures } from "./figures/representation.ts";
import { checkTiers } from "./figures/tiers.ts";
import { checkWarnings } from "./figures/warnings.ts";
import { checkRules } from "./verify-placements.ts";

function hashOf(policy: Policy): string {
  const text = canonicalize(policy) ?? "";
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

/** The parts of a result that repeat the round it answers. */
function checkEcho(round: Round, { schema, round: named, effectivePolicy, certificate }: Result): FigureViolation[] {
  return [
    ...compare("/schema", schema, "result/1"),
    ...compare("/round", named, { id: round.id, hash: round.hash }),
    ...compare("/effectivePolicy", effectivePolicy, round.policy),
    ...compare("/certificate/profile", certificate.profile, round.profile),
    ...compare("/certificate/policyHash", certificate.policyHash, hashOf(round.policy)),
  ];
}

/** The placements of a result, looked up in its round; a run may have been given another seed than the round's. */
export function caseOf(round: Round, result: Result): Casefile {
  return openCasefile(round, placementsOf(result.outcomes), result.certificate.seed);
}

/** Every rule the placements of a result break and every figure that is not what the round and they alone say. */
export function discrepancies(casefile: Casefile, result: Result): Violation[] {
  const { round } = casefile;
  return [
    ...checkRules(casefile),
    ...checkOutcomes(result, casefile),
    ...checkTiers(result, casefile),
    ...checkBounds(result, casefile),
    ...compare("/promotions", result.promotions, promotionFigures(casefile)),
    ...compare("/regions", result.regions, regionFigures(casefile)),
    ...compare("/missions", result.missions, missionFigures(casefile)),
    ...compare("/representation", result.representation, representationFigures(casefile)),
    ...compare("/indicators", result.indicators, indicatorFigures(casefile)),
    ...checkWarnings(result, casefile),
    ...checkEcho(round, result),
  ];
}

import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Policy } from "../domain/policy.ts";
import type { Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { FigureViolation, Violation } from "../domain/violation.ts";
import { openCasefile } from "./casefile.ts";
import { compare } from "./figures/compare.ts";
import { indicatorFigures } from "./figures/indicators.ts";
import { missionFigures } from "./figures/missions.ts";
import { checkOutcomes, placementsOf } from "./figures/outcomes.ts";
import { promotionFigures } from "./figures/promotions.ts";
import { regionFigures } from "./figures/regions.ts";
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
    ...compare("/certificate/seed", certificate.seed, round.seed),
  ];
}

/** Every rule the placements of a result break and every figure that is not what the round and they alone say. */
export function discrepancies(round: Round, result: Result): Violation[] {
  const casefile = openCasefile(round, placementsOf(result.outcomes));
  return [
    ...checkRules(casefile),
    ...checkOutcomes(result.outcomes, casefile),
    ...checkTiers(result, casefile),
    ...compare("/promotions", result.promotions, promotionFigures(casefile)),
    ...compare("/regions", result.regions, regionFigures(casefile)),
    ...compare("/missions", result.missions, missionFigures(casefile)),
    ...compare("/indicators", result.indicators, indicatorFigures(casefile)),
    ...checkWarnings(result, round),
    ...checkEcho(round, result),
  ];
}

import type { BoundCertificate, ReasonProof } from "../domain/bound-certificate.ts";
import { unmeasured } from "../domain/guarantee.ts";
import type { InputIssue } from "../domain/input-issue.ts";
import type { Reason } from "../domain/reason.ts";
import type { Indicators, Outcome, PromotionResult, Quality, Result, StoppedBy } from "../domain/result.ts";
import { policyHash } from "../input/canonical-round.ts";
import type { Instance } from "../model/instance.ts";
import type { SolvedStage } from "../search/solved-stage.ts";
import type { Solver } from "../solvers/solver.ts";
import { ENGINE_VERSION } from "../version.ts";
import { outcomesOf } from "./outcomes.ts";
import { missionResults, regionResults } from "./place-results.ts";
import { promotionResults } from "./promotion-results.ts";
import { representationResults } from "./representation.ts";
import { tierResults } from "./tier-results.ts";

/** A run's answer before the verifier has seen it. */
export interface Answer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
  /** Why each candidate waits who does although a choice fits somewhere. */
  readonly reasons: ReadonlyMap<number, Reason>;
  /** Those of them that prices prove. */
  readonly proofs: readonly ReasonProof[];
}

/** Writes the answer down as `result/1`; `certificate` says not yet verified. */
export function assembleResult(
  instance: Instance,
  { arcs, stages, reasons, proofs }: Answer,
  solver: Pick<Solver, "name" | "version">,
  warnings: readonly InputIssue[],
): Result {
  const { round } = instance;
  const outcomes = outcomesOf(instance, arcs, reasons);
  const promotions = promotionResults(instance, arcs);
  const { tiers, locks } = tierResults(instance, stages, arcs);
  const quality = tiers.every((tier) => tier.quality === "proven-optimal") ? "proven-optimal" : "feasible";
  const stoppedBy = stopOf(stages, quality);
  return {
    schema: "result/1",
    round: { id: round.id, hash: round.hash },
    state: stoppedBy === "cancel" ? "cancelled" : "completed",
    quality,
    stoppedBy,
    outcomes,
    tiers,
    promotions,
    regions: regionResults(instance, arcs),
    missions: missionResults(instance, arcs),
    indicators: indicatorsOf(instance, outcomes, promotions),
    representation: representationResults(instance, outcomes),
    issues: warnings.map(({ code, params }) => ({ code, params })),
    effectivePolicy: round.policy,
    locks,
    certificate: {
      engine: ENGINE_VERSION,
      profile: round.profile,
      policyHash: policyHash(round.policy),
      seed: round.seed,
      solver: { name: solver.name, version: solver.version },
      limits: round.limits,
      verified: false,
      ...unmeasured(),
      bounds: boundCertificates(stages),
      ...(proofs.length === 0 ? {} : { reasons: proofs }),
    },
  };
}

/** The proofs of the bounds that are reported. */
function boundCertificates(stages: readonly SolvedStage[]): readonly BoundCertificate[] {
  return stages.flatMap(({ bound, certificate }) =>
    certificate === undefined || certificate.bound !== bound ? [] : [certificate],
  );
}

/**
 * What ended the run: of several causes the one that weighs most for who wants to repeat it. Steps that ran out take nothing from a
 * proof (the lottery's always do); a clock or a caller may have cut short what picks among equals.
 */
function stopOf(stages: readonly SolvedStage[], quality: Quality): StoppedBy {
  const causes: readonly StoppedBy[] =
    quality === "proven-optimal" ? ["cancel", "error", "time"] : ["cancel", "error", "time", "steps"];
  return causes.find((cause) => stages.some((stage) => stage.stoppedBy === cause)) ?? "proof";
}

function indicatorsOf(instance: Instance, outcomes: readonly Outcome[], promotions: readonly PromotionResult[]): Indicators {
  const { candidates, policy } = instance.round;
  const count = (kind: Outcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === kind).length;
  const asked = policy.choices === "any-number" ? 0 : 3;
  const longest = candidates.reduce((length, candidate) => Math.max(length, candidate.choices.length), asked);
  const ranks = new Array<number>(longest).fill(0);
  for (const outcome of outcomes) {
    if ("rank" in outcome) ranks[outcome.rank - 1] = (ranks[outcome.rank - 1] ?? 0) + 1;
  }
  const held = promotions.filter(({ placed }) => placed > 0);
  const deviations = held.reduce((sum, { deviation }) => sum + deviation, 0);
  const counted = held.reduce((sum, { size }) => sum + size, 0) * (policy.representativeness?.length ?? 0);
  return {
    ranks,
    placed: count("placed"),
    deferred: count("deferred"),
    reserve: count("reserve"),
    ineligible: count("ineligible"),
    representativeness: counted === 0 ? 1 : Math.max(0, 1 - deviations / counted),
  };
}

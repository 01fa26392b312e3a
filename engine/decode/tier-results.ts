import type { Lock, Quality, TierFigure, TierResult } from "../domain/result.ts";
import { type Stage, stagesOf } from "../formulate/stages.ts";
import { startDraft } from "../model/draft.ts";
import { at, type Instance } from "../model/instance.ts";
import { evaluate } from "../model/linear-expression.ts";
import { allowanceOf, better, worsen } from "../search/allowance.ts";
import type { SolvedStage } from "../search/solve-tiers.ts";

/** The value of every stage in the placement given by its arcs. */
export function stageValues(instance: Instance, stages: readonly Stage[], arcs: readonly number[]): readonly number[] {
  const draft = startDraft(instance, [arcs.length, arcs.length]);
  const expressions = stages.map((stage) => stage.expression(draft));
  const point = draft.builder.complete(arcs);
  return expressions.map((expression) => evaluate(expression, point));
}

/** Tiers and locks of a run, as reported: entries of a list side by side, and nothing called optimal that was not proven. */
export function tierResults(
  instance: Instance,
  solved: readonly SolvedStage[],
  arcs: readonly number[],
): { readonly tiers: readonly TierResult[]; readonly locks: readonly Lock[] } {
  const values = stageValues(instance, stagesOf(instance), arcs);
  const reports = solved.map((one, i) => reportOf(instance, one, at(values, i)));
  const firstUnproven = reports.findIndex(({ proven }) => !proven);
  const provenUntil = firstUnproven < 0 ? reports.length : firstUnproven;
  const byTier = instance.round.policy.tiers.map((tier, index) => {
    const entries = reports.flatMap((report, position) => (report.tier === index ? [{ ...report, position }] : []));
    const figure = (pick: (entry: (typeof entries)[number]) => number): TierFigure =>
      entries.length === 1 ? pick(at(entries, 0)) : entries.map(pick);
    const proven = entries.every(({ position }) => position < provenUntil);
    const quality: Quality = proven ? "proven-optimal" : "feasible";
    const { objectives } = tier;
    return {
      tier: {
        objectives,
        sense: entries[0]?.sense ?? "minimise",
        value: figure((entry) => entry.value),
        bound: figure((entry) => entry.bound),
        gap: figure((entry) => entry.gap),
        quality,
      },
      lock: {
        objectives,
        found: figure((entry) => entry.found),
        allowance: figure((entry) => entry.allowance),
        limit: figure((entry) => entry.limit),
      },
    };
  });
  return { tiers: byTier.map(({ tier }) => tier), locks: byTier.map(({ lock }) => lock) };
}

function reportOf(instance: Instance, { stage, found, bound }: SolvedStage, value: number) {
  const { sense } = stage;
  const best = better(value, found, sense) ? value : found;
  const allowance = allowanceOf(at(instance.round.policy.tiers, stage.tier).allowance, found);
  return {
    tier: stage.tier,
    sense,
    value,
    found,
    bound,
    allowance,
    limit: worsen(found, allowance, sense),
    gap: Math.abs(best - bound) / Math.max(1, Math.abs(best)),
    proven: best === bound,
  };
}

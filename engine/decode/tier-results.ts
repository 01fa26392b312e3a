import type { Sense, Tier } from "../domain/policy.ts";
import type { Lock, Quality, TierFigure, TierResult } from "../domain/result.ts";
import { type Stage, senseOf, stagesOf } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { allowanceOf, better, worsen } from "../search/allowance.ts";
import { openPosition } from "../search/local/position.ts";
import type { SolvedStage } from "../search/solved-stage.ts";

/** The value of every stage in the placement given by its arcs, in the stage's own sense. */
function stageValues(instance: Instance, stages: readonly Stage[], arcs: readonly number[]): readonly number[] {
  const { dials } = openPosition(instance, stages, arcs);
  return stages.map(({ sense }, i) => {
    const value = at(dials, i).value();
    // Dials are better when they read less. Adding 0 turns -0 into 0.
    return (sense === "minimise" ? value : -value) + 0;
  });
}

/** Tiers and locks of a run, as reported: entries of a list side by side, and nothing called optimal that was not proven. */
export function tierResults(
  instance: Instance,
  solved: readonly SolvedStage[],
  arcs: readonly number[],
): { readonly tiers: readonly TierResult[]; readonly locks: readonly Lock[] } {
  const values = stageValues(instance, stagesOf(instance), arcs);
  const isLottery = (index: number) => at(instance.round.policy.tiers, index).objectives.includes("lottery");
  const reports = instance.round.policy.tiers.map((tier, index) => {
    const entries = solved.flatMap((one, i) => (one.stage.tier === index ? [{ ...one, value: at(values, i) }] : []));
    return reportOf(tier, entries, senseOf(tier, instance));
  });
  // What is still tied is drawn, not optimised: the lottery proves nothing and has nothing to prove.
  const unproven = reports.findIndex(({ proven }, index) => !proven && !isLottery(index));
  const quality = (index: number): Quality => (unproven < 0 || index < unproven ? "proven-optimal" : "feasible");
  return {
    tiers: reports.map(({ tier }, index) => ({
      ...tier,
      ...(isLottery(index) ? { bound: null, gap: null } : {}),
      quality: quality(index),
    })),
    locks: reports.map(({ lock }) => lock),
  };
}

type Entry = SolvedStage & { readonly value: number };

function reportOf({ objectives, allowance }: Tier, entries: readonly Entry[], sense: Sense) {
  const figure = (pick: (entry: Entry) => number): TierFigure =>
    entries.length === 1 ? pick(at(entries, 0)) : entries.map(pick);
  // Later tiers may have improved on what was locked; of two lists the first entry that differs decides.
  const decisive = entries.find(({ value, found }) => value !== found);
  const improved = decisive !== undefined && better(decisive.value, decisive.found, sense);
  const best = ({ value, found }: Entry) => (improved ? value : found);
  const spend = ({ found }: Entry) => allowanceOf(allowance, found);
  return {
    proven: entries.every((entry) => best(entry) === entry.bound),
    tier: {
      objectives,
      sense,
      value: figure(({ value }) => value),
      bound: figure(({ bound }) => bound),
      gap: figure((entry) => Math.abs(best(entry) - entry.bound) / Math.max(1, Math.abs(best(entry)))),
    },
    lock: {
      objectives,
      found: figure(({ found }) => found),
      allowance: figure(spend),
      limit: figure((entry) => worsen(entry.found, spend(entry), sense)),
    },
  };
}

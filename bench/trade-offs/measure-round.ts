import type { Tier } from "../../engine/domain/policy.ts";
import type { Round } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import { anneal } from "../../engine/search/local/anneal.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import { type FoundStage, locksFor } from "../../engine/search/locks.ts";
import type { RunPorts } from "../../engine/search/run.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { GROUPS, type Setting, tiersUnder } from "./settings.ts";

/** What a round gives and gives up under one setting. */
export interface Sample {
  readonly setting: Setting;
  /** Shares of the placed with their first, second and third choice. */
  readonly ranks: readonly number[];
  /** Persons outside the Regions' bands and the promotions' bands per 100 placed; days of delay per person placed. */
  readonly balance: number;
  readonly composition: number;
  readonly delay: number;
}

/** A placement with the value found for every stage when that stage was the one to improve. */
interface Chain {
  readonly arcs: readonly number[];
  readonly found: readonly FoundStage[];
}

/**
 * Measures one round under every setting. Tiers before the regional balance are solved as in production; from there every stage is annealed
 * in order under the locks of the earlier ones, `movesPerCandidate` each. A setting starts from the strict answer and changes only what
 * comes after the first tier it loosens, so that samples of a round differ by the setting and not by luck before it.
 */
export async function measureRound(
  round: Round,
  settings: readonly Setting[],
  ports: RunPorts,
  movesPerCandidate: number,
): Promise<readonly Sample[]> {
  const tiers = round.policy.tiers.filter(({ objectives }) => !objectives.includes("lottery"));
  const strict = instanceUnder(round, tiers, {});
  const stages = stagesOf(strict);
  const first = stages.findIndex(({ objectives }) => objectives.includes("regional-balance"));
  const early = await solveTiers(strict, ports, { first });
  if (early.status !== "solved") throw new Error(early.status);
  const moves = round.candidates.length * movesPerCandidate;
  const base = continueChain(strict, { arcs: early.arcs, found: early.stages }, moves);
  return settings.map((setting) => {
    const instance = instanceUnder(round, tiers, setting);
    const kept = firstLoosened(instance, setting) + 1;
    const chain = kept === 0 ? base : continueChain(instance, { arcs: base.arcs, found: base.found.slice(0, kept) }, moves);
    return { setting, ...measure(instance, chain.arcs) };
  });
}

function instanceUnder(round: Round, tiers: readonly Tier[], setting: Setting): Instance {
  return buildInstance({ ...round, policy: { ...round.policy, tiers: tiersUnder(tiers, setting) } });
}

/** Index of the last stage of the first tier that the setting loosens, or -1. */
function firstLoosened(instance: Instance, setting: Setting): number {
  const loosened = Object.keys(setting).flatMap((group): readonly string[] => GROUPS[group as keyof typeof GROUPS]);
  const stages = stagesOf(instance);
  const tier = stages.find(({ objectives }) => objectives.some((id) => loosened.includes(id)))?.tier;
  return stages.findLastIndex((stage) => stage.tier === tier);
}

/** Anneals the stages that the chain has not found yet, in order. */
function continueChain(instance: Instance, { arcs, found }: Chain, moves: number): Chain {
  const stages = stagesOf(instance);
  const position = openPosition(instance, stages, arcs);
  const all = [...found];
  for (const stage of stages.slice(found.length)) {
    const limits = locksFor(stage, all, instance).map(({ limit }) => limit);
    const seed = `${instance.round.seed}\n${all.length}\ntrade-off`;
    anneal({ instance, stages, limits, arcs: position.arcs(), position, moves, seed, stop: () => false });
    const value = at(position.dials, all.length).value();
    all.push({ stage, found: stage.sense === "maximise" ? 0 - value : value, bound: stage.ideal });
  }
  return { arcs: position.arcs(), found: all };
}

function measure(instance: Instance, arcs: readonly number[]): Omit<Sample, "setting"> {
  const stages = stagesOf(instance);
  const { dials } = openPosition(instance, stages, arcs);
  const valueIn = (id: string, entry = 0) => {
    const index = stages.findIndex((stage) => stage.entry === entry && stage.objectives.some((objective) => objective === id));
    return at(dials, index).value();
  };
  const placed = Math.max(1, arcs.length);
  const ranks = [0, 1, 2].map((rank) => arcs.filter((arc) => instance.arcs.choiceOf(arc) === rank).length / placed);
  return {
    ranks,
    balance: (100 * valueIn("regional-balance")) / placed,
    composition: (100 * valueIn("representativeness")) / placed,
    delay: valueIn("delay", 1) / placed,
  };
}

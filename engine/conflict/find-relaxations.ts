import { buildInstance } from "../formulate/build-instance.ts";
import { formulate, formulateRules } from "../formulate/formulate.ts";
import { at, type Instance } from "../model/instance.ts";
import type { RunPorts } from "../search/run.ts";
import { elasticRules } from "./elastic-rules.ts";
import { nameRelaxations } from "./name-relaxations.ts";
import { type Relaxation, type RelaxationSet, relaxedRound } from "./relaxation.ts";
import { relaxationPatches } from "./relaxation-patches.ts";
import { groupRows, partOf } from "./row-groups.ts";

/** Sets of relaxations that are looked for: a planner should have a choice. */
const MOST_SETS = 3;

/**
 * The smallest changes that would make an infeasible round feasible, cheapest first, each without anything that an earlier one changes; small
 * groups are protected by their price. Out of the elastic program of the rules; each set is confirmed by asking the round so changed for a
 * lawful placement, and left out where there is none. Empty where the limits ended the search before anything was found.
 */
export async function findRelaxations(instance: Instance, ports: RunPorts): Promise<readonly RelaxationSet[]> {
  const { round } = instance;
  const rules = formulateRules(instance).model;
  const groups = groupRows(rules, true).filter(({ origin }) => origin.source !== "no-idle-seat");
  const { model, columns } = partOf(rules, groups);
  const ends = ports.now() + round.limits.seconds;
  const fixed = new Set<string>();
  const sets: RelaxationSet[] = [];
  for (let attempt = 0; attempt < MOST_SETS; attempt++) {
    const maxSeconds = (ends - ports.now()) / 2;
    if (maxSeconds <= 0 || ports.cancelled?.() === true) break;
    const elastic = elasticRules(model, round, fixed);
    const answer = await ports.solver.solve(elastic.model, { maxSeconds });
    if (answer.status !== "optimal" && answer.status !== "feasible") break;
    const used = elastic.used(answer.point);
    if (used.length === 0) break;
    for (const { slack } of used) fixed.add(slack.key);
    const arcs = columns.flatMap((column, j) => (column < instance.arcs.count && at(answer.point, j) > 0.5 ? [column] : []));
    const relaxations = nameRelaxations(instance, arcs, used);
    if (await isFeasible(instance, relaxations, ports, ends)) {
      const patches = relaxationPatches(round, relaxations);
      sets.push({ relaxations, price: Math.round(answer.objective), proven: answer.status === "optimal", patches });
    }
  }
  return sets;
}

/** Whether the round so changed has a lawful placement. */
async function isFeasible(
  { round }: Instance,
  relaxations: readonly Relaxation[],
  ports: RunPorts,
  ends: number,
): Promise<boolean> {
  const { model } = formulate(buildInstance(relaxedRound(round, relaxations)), [], null);
  const answer = await ports.solver.solve(model, { maxSeconds: Math.max(0, ends - ports.now()) });
  return answer.status === "optimal" || answer.status === "feasible";
}

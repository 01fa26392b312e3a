import { at } from "../model/instance.ts";
import type { Solver } from "../solvers/solver.ts";
import type { BaseRun } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import { nobodyWorseProgram } from "./nobody-worse-program.ts";

/** Questions set aside, a batch at a time, before the rest is given up. */
const MOST_BATCHES = 80;

/**
 * Which demands no lawful placement meets with nobody worse off than in the base run, as far as places and seats alone show it: one
 * program for all. Those that its solution meets in part are set aside, until it meets none of the rest. Indices into `demands`.
 */
export async function neverTogether(
  { instance, arcs }: BaseRun,
  demands: readonly Demand[],
  { solver, effort }: { readonly solver: Solver; readonly effort: Effort },
): Promise<ReadonlySet<number>> {
  let left = [...demands.keys()];
  for (let batch = 0; batch < MOST_BATCHES && left.length > 0 && effort.isLeft(); batch++) {
    const wishes = new Set(left.flatMap((i) => at(demands, i).arcs));
    const { model, columns } = nobodyWorseProgram(instance, arcs, wishes);
    const request = effort.next(model);
    if (request === null) break;
    const answer = await solver.solve(model, request);
    effort.spend(answer.steps);
    if (answer.status !== "optimal") break;
    if (answer.objective < 0.5) return new Set(left);
    const met = (arc: number) => (answer.point[columns.get(arc) ?? -1] ?? 0) > 1e-6;
    left = left.filter((i) => !at(demands, i).arcs.some(met));
  }
  return new Set();
}

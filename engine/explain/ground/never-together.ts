import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { Solver } from "../../solvers/solver.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { nobodyWorseProgram } from "./nobody-worse-program.ts";

/** Questions set aside, a batch at a time, before the rest is given up. */
const MOST_BATCHES = 80;
/** Arcs of a round for which the first of these programs, which does not look at the clock while it is presolved, takes a second. */
const ARCS_PER_SECOND = 20_000;
/** Batches in which wishes come true in small parts only, for many of them at once. */
const THIN_BATCHES = 3;

/**
 * Which demands no lawful placement meets with nobody worse off than in the base run, as far as places and seats alone show it: one
 * program for all. Those that its solution meets in part are set aside, until it meets none of the rest. At first no wish may come true by more than
 * a small part: then a solution meets many of them a little instead of few as a whole. Indices into `demands`.
 */
export async function neverTogether(
  { instance, arcs }: BaseRun,
  demands: readonly Demand[],
  { solver, effort }: { readonly solver: Solver; readonly effort: Effort },
): Promise<ReadonlySet<number>> {
  let left = [...demands.keys()];
  if (left.length === 0 || !effort.isLeft(instance.arcs.count / ARCS_PER_SECOND)) return new Set();
  const { model, columns } = nobodyWorseProgram(instance, arcs, new Set(demands.flatMap((demand) => demand.arcs)));
  const columnsOf = demands.map((demand) => demand.arcs.map((arc) => columns.get(arc) ?? 0));
  for (let batch = 0; batch < MOST_BATCHES && left.length > 0 && effort.isLeft(); batch++) {
    const parts = batch < THIN_BATCHES ? left.length : 1;
    const wished = left.flatMap((i) => at(columnsOf, i));
    const asked = wishing(model, wished, parts);
    const request = effort.next(asked);
    if (request === null) break;
    const answer = await solver.solve(asked, request);
    effort.spend(answer.steps);
    if (answer.status !== "optimal") break;
    if (parts === 1 && answer.objective < 0.5) return new Set(left);
    const isMet = (column: number) => at(answer.point, column) > 1e-6;
    left = left.filter((i) => !at(columnsOf, i).some(isMet));
  }
  return new Set();
}

/**
 * The program with only some of the wishes for its objective, counted in parts of a person: so many make one, and of a wish no more than a part may come
 * true. The others may come true as well: that may make room.
 */
function wishing(model: LinearModel, wished: readonly number[], parts: number): LinearModel {
  const whole = (bounds: Float64Array) => bounds.map((bound) => parts * bound);
  const colCost = new Float64Array(model.numCols);
  const colUpper = whole(model.colUpper);
  for (const column of wished) {
    colCost[column] = 1;
    colUpper[column] = 1;
  }
  return { ...model, colCost, colUpper, rowLower: whole(model.rowLower), rowUpper: whole(model.rowUpper) };
}

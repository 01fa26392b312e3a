import { formulate, type StageLock } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import { evaluate } from "../../model/linear-expression.ts";
import type { Solver } from "../../solvers/solver.ts";
import { type BaseRun, excess, firstBroken } from "../base-run.ts";
import { type Demand, demanding } from "../demand.ts";
import type { Effort } from "../effort.ts";

/** What meeting some demands costs, everybody else re-optimised. `stage` is an index into the base run's stages. */
export type Price =
  /** Nothing breaks: `arcs` is such a placement. */
  | { readonly status: "free"; readonly arcs: readonly number[] }
  /** Earlier stages are kept by `arcs`; this one goes beyond its lock by at least `by` (more than 0), at most `atMost`. */
  | {
      readonly status: "breaks";
      readonly stage: number;
      readonly by: number;
      readonly atMost: number;
      readonly arcs: readonly number[];
    }
  /** No lawful placement meets the demands; `room`: places and seats alone show it. */
  | { readonly status: "unlawful"; readonly room?: true }
  /** The limits came first. Nothing before `stage` need break; `arcs`, if known, goes beyond it by `atMost`. */
  | {
      readonly status: "not-established";
      readonly stage: number;
      readonly atMost: number | null;
      readonly arcs: readonly number[] | null;
    };

/**
 * The price of demands against a base run: the first stage s, in order of precedence, such that
 *
 *     no lawful x meets the demands with value[i](x) within limit[i] for every i <= s
 *
 * and by how much the best x that keeps the stages before s goes beyond limit[s]. Every placement met on the way is measured against
 * all stages, so that only stages which may break are solved. `start`: a lawful placement that meets the demands, if one is known.
 */
export async function priceOf(
  base: BaseRun,
  demands: readonly Demand[],
  {
    solver,
    effort,
    start = null,
  }: { readonly solver: Solver; readonly effort: Effort; readonly start?: readonly number[] | null },
): Promise<Price> {
  let known = start;
  for (;;) {
    const index = known === null ? 0 : firstBroken(base, base.measure(known));
    if (index === null) return { status: "free", arcs: known ?? [] };
    const { stage, limit } = at(base.stages, index);
    const unanswered = (): Price => ({
      status: "not-established",
      stage: index,
      atMost: known === null ? null : beyondIn(base, index, known),
      arcs: known,
    });
    if (!effort.isLeft()) return unanswered();
    const formulation = formulate(base.instance, locksBefore(base, index), stage);
    const beyond = (arcs: readonly number[]) =>
      excess(evaluate(formulation.objective, formulation.complete(arcs)), limit, stage.sense);
    const model = demanding(formulation.model, demands, base.instance);
    const request = effort.next(model);
    if (request === null) return unanswered();
    const from = known === null ? {} : { start: formulation.complete(known) };
    const answer = await solver.solve(model, { ...request, ...from });
    effort.spend(answer.steps);
    if (answer.status === "infeasible") return { status: "unlawful" };
    const bound = "bound" in answer && answer.bound !== null ? excess(answer.bound, limit, stage.sense) : 0;
    if (answer.status === "optimal" || answer.status === "feasible") known = formulation.decode(answer.point);
    if (known === null) return unanswered();
    const atMost = beyond(known);
    if (atMost <= 0) continue;
    return bound > 0 ? { status: "breaks", stage: index, by: bound, atMost, arcs: known } : unanswered();
  }
}

/** How far a placement goes beyond a stage's lock. */
function beyondIn({ stages, measure }: BaseRun, index: number, arcs: readonly number[]): number {
  const { stage, limit } = at(stages, index);
  return excess(at(measure(arcs), index), limit, stage.sense);
}

/** The locks of the stages before one. */
function locksBefore({ stages }: BaseRun, index: number): readonly StageLock[] {
  return stages.slice(0, index).map(({ stage, limit, bound }) => ({ stage, limit, bound }));
}

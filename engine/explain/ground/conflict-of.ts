import type { RuleId } from "../../domain/policy.ts";
import { formulateRules } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { Solver } from "../../solvers/solver.ts";
import type { BaseRun } from "../base-run.ts";
import { type Demand, demanding } from "../demand.ts";
import type { Effort } from "../effort.ts";

/** Rules that a placement as a whole may break, those first whose part in a conflict says least. */
const DROPPED_IN_ORDER: readonly RuleId[] = [
  "no-idle-seat",
  "cross-region",
  "regional-balance",
  "representativeness",
  "pins",
  "promotion-size",
  "mission-capacity",
];

/**
 * The hard rules that cannot be kept together with demands that are unlawful: a minimal set, by taking out one rule after the other and
 * putting back those without which the demands can be met (deletion filter, Chinneck and Dravnieks 1991). `null` when the limits came
 * first.
 */
export async function conflictOf(
  { instance }: BaseRun,
  demands: readonly Demand[],
  { solver, effort }: { readonly solver: Solver; readonly effort: Effort },
): Promise<readonly RuleId[] | null> {
  if (!effort.isLeft()) return null;
  const model = demanding(formulateRules(instance).model, demands, instance);
  const dropped = new Set<RuleId>();
  const needed: RuleId[] = [];
  for (const rule of DROPPED_IN_ORDER) {
    if (!model.rowOrigins.some(({ source, definition }) => source === rule && definition !== true)) continue;
    const request = effort.next(model);
    if (request === null) return null;
    const answer = await solver.solve(without(model, new Set([...dropped, rule])), request);
    effort.spend(answer.steps);
    if (answer.status === "infeasible") dropped.add(rule);
    else if (answer.status === "optimal" || answer.status === "feasible") needed.push(rule);
    else return null;
    // Who waits while a seat is idle is judged by what is full: beside rules taken out that says nothing.
    if (needed.includes("no-idle-seat")) break;
  }
  return needed;
}

/** The program with the rows of some rules taken out, definitions kept. */
function without(model: LinearModel, rules: ReadonlySet<RuleId>): LinearModel {
  const goes = (row: number) => {
    const { source, definition } = at(model.rowOrigins, row);
    return definition !== true && rules.has(source as RuleId);
  };
  return {
    ...model,
    rowLower: model.rowLower.map((bound, row) => (goes(row) ? -Infinity : bound)),
    rowUpper: model.rowUpper.map((bound, row) => (goes(row) ? Infinity : bound)),
  };
}

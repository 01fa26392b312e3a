import type { LinearModel } from "../model/linear-model.ts";
import { pointViolations } from "./check-point.ts";
import type { SolveResult } from "./solver.ts";

/** The answer to a model with no columns: its only point is the empty one. Back ends disagree about such models or refuse them. */
export function withoutColumns(model: LinearModel): SolveResult {
  const point = new Float64Array(0);
  if (pointViolations(model, point).length > 0) return { status: "infeasible", steps: 0 };
  return { status: "optimal", point, objective: model.offset, bound: model.offset, steps: 0 };
}

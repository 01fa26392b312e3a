import type { LinearModel } from "../model/linear-model.ts";

/** How far apart two figures may be that are equal in truth: absolute for small ones, relative for large ones. */
const CLOSE = 1e-6;

/** Within 1e-6, relative from 1 on. */
export function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Whether every solution has a whole objective: no continuous column has a price. */
export function hasWholeObjective(model: LinearModel): boolean {
  return model.colCost.every((cost, j) => cost === 0 || model.integrality[j] === 1);
}

/**
 * The best whole number a claimed bound leaves possible: ceil for minimise, floor for maximise, after giving way by what the
 * solver's arithmetic may have lost: 1e-6 plus 1e-9 of the magnitude, at most 1/4. A model whose objective need not be whole keeps
 * its bound.
 */
export function roundBound(model: LinearModel, bound: number): number {
  if (!hasWholeObjective(model)) return bound;
  const slack = Math.min(0.25, CLOSE + 1e-9 * Math.abs(bound));
  return model.sense === "minimise" ? Math.ceil(bound - slack) + 0 : Math.floor(bound + slack) + 0;
}

/** Whether `a` is truly better than `b` in the model's sense, beyond what arithmetic may have lost. */
export function beats(model: LinearModel, a: number, b: number): boolean {
  if (hasWholeObjective(model) ? a === b : close(a, b)) return false;
  return model.sense === "minimise" ? a < b : a > b;
}

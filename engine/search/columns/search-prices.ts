import type { SolveLimit } from "../../solvers/solver.ts";
import type { SearchPorts } from "../search-ports.ts";
import { ascend, type Stretch } from "./ascend.ts";
import type { Lagrangian } from "./lagrangian.ts";

/** Pivots and bounds taken (about 3 microseconds each) that count as one step of a budget. */
const WORK_PER_STEP = 50;

export interface PriceTask {
  readonly lagrangian: Lagrangian;
  readonly multipliers: Float64Array;
  readonly stretches: readonly Stretch[];
  /** L that is enough. */
  readonly enough: number;
  readonly maxSteps: number;
  /** When to stop by the clock, in seconds of `ports.now`. */
  readonly until: number;
}

/** Good multipliers, and what it took to find them. */
export interface FoundPrices {
  readonly multipliers: Float64Array;
  readonly value: number;
  readonly steps: number;
  readonly limit: SolveLimit | null;
}

/** Ascends in stretches, each from the best multipliers so far, until L is enough or the budget spent. */
export function searchPrices(task: PriceTask, ports: SearchPorts): FoundPrices {
  const { lagrangian, stretches, enough, maxSteps, until } = task;
  let found = { multipliers: task.multipliers, value: -Infinity };
  let limit: SolveLimit | null = null;
  let before = 0;
  for (const stretch of stretches) {
    const ascent = ascend({
      lagrangian,
      multipliers: found.multipliers,
      ...stretch,
      stop: ({ value, work }) => {
        if (value >= enough) return true;
        if (before + work >= maxSteps * WORK_PER_STEP) limit = "steps";
        else if (ports.cancelled?.() === true) limit = "cancel";
        else if (ports.now() >= until) limit = "time";
        return limit !== null;
      },
    });
    before += ascent.work;
    if (ascent.value > found.value) found = ascent;
    if (limit !== null || found.value >= enough) break;
  }
  return { ...found, steps: Math.ceil(before / WORK_PER_STEP), limit };
}

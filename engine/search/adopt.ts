import type { StoppedBy } from "../domain/result.ts";
import { at } from "../model/instance.ts";
import { better } from "./allowance.ts";
import { isBefore } from "./compare-values.ts";
import { isLawful, moveTo } from "./local/move-to.ts";
import { type RunState, type StageWork, valueAt } from "./run-state.ts";
import type { Proven } from "./tighter.ts";

/** What a solver added to a stage. */
export interface BySolver {
  readonly proven: Proven;
  /** What ended the work if that is no proof. */
  readonly stoppedBy: StoppedBy;
}

interface Adoption {
  /** How many stages are compared, the one at work first. */
  readonly count?: number;
  /** Changes the position once it is at the placement, and before it is looked at. */
  readonly complete?: () => void;
}

/**
 * Makes a placement the incumbent if it is lawful, within the locks and better in the stage, or equal in it and better in the first of the
 * `count - 1` stages after it in which they differ.
 */
export function adopt(
  state: RunState,
  { locks }: StageWork,
  arcs: readonly number[],
  { count = 1, complete }: Adoption = {},
): void {
  const { position, stages } = state;
  const read = () => stages.slice(locks.length, locks.length + count).map((_, k) => at(position.dials, locks.length + k).value());
  const before = read();
  if (!moveTo(position, arcs)) return;
  complete?.();
  const within = locks.every(({ limit }, i) => !better(limit, valueAt(state, i), at(stages, i).sense));
  if (within && isBefore(read(), before) && isLawful(position)) position.accept();
  else position.undo();
}

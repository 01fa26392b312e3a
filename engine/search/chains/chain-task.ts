import type { Stage } from "../../formulate/stages.ts";
import type { Instance } from "../../model/instance.ts";
import type { Position } from "../local/position.ts";

/** What chains must keep and improve. */
export interface ChainTask {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  /** Worst value allowed per stage before the current one, in the stage's own sense. */
  readonly limits: readonly number[];
  /** How many of the stages after it may not get worse either. */
  readonly keep: number;
  /** Worked on in place: at a lawful placement within the limits, before and after. */
  readonly position: Position;
  /** People who may move one after the other, the first included. */
  readonly longest: number;
  /** A value of the stage that cannot be beaten. */
  readonly target: number;
  /** People who may be asked to make room. */
  readonly most: number;
  /** Asked before every chain; true ends the search. */
  readonly stop: () => boolean;
}

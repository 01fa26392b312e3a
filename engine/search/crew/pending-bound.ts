import type { BoundAnswer } from "./stage-bound.ts";

/** A bound that is being worked out while the search goes on: of the stage at `index`. */
export interface PendingBound {
  readonly index: number;
  readonly answer: Promise<BoundAnswer | null>;
}

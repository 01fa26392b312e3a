import { assignmentBound } from "./bounds/assignment-bound.ts";
import { compositionBound } from "./columns/composition-bound.ts";
import type { BoundMaker } from "./stage-bound.ts";

/** The ways to bound a stage, cheapest first: each is asked in turn until one's bound equals the incumbent. */
export const BOUND_MAKERS: readonly BoundMaker[] = [assignmentBound, compositionBound];

import { ascentBound, closeProgramBound } from "../bounds/assignment-bound.ts";
import { compositionBound } from "../columns/composition-bound.ts";
import type { BoundMaker } from "./stage-bound.ts";

/** Ways to bound a stage that are cheap beside finding good placements: asked before neighbourhoods are searched. */
export const QUICK_BOUNDS: readonly BoundMaker[] = [ascentBound, closeProgramBound];

/** Ways that cost more, and do best with a good incumbent: asked after neighbourhoods, or at once where a round is small. */
export const THOROUGH_BOUNDS: readonly BoundMaker[] = [compositionBound];

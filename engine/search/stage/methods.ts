import { ascentBound, programBound } from "../bounds/assignment-bound.ts";
import { improveByChains } from "../chains/improve-by-chains.ts";
import { nearCompositions } from "../columns/composition-bound.ts";
import { QUICK_BOUNDS, THOROUGH_BOUNDS } from "../crew/bound-makers.ts";
import { askForBound } from "../crew/pending-bounds.ts";
import type { BoundMaker } from "../crew/stage-bound.ts";
import { searchNeighbourhoods } from "../neighbourhood/neighbourhood-search.ts";
import { solveByKernel } from "../programs/kernel.ts";
import { solveKept } from "../programs/solve-kept.ts";
import { solveLikely } from "../programs/solve-likely.ts";
import { solveSmall } from "../programs/solve-small.ts";
import { MOST_COLUMNS } from "../round-size.ts";
import { askBounds } from "./ask-bounds.ts";
import { isProven, type StageRun } from "./stage-run.ts";

/** Works on a stage: what it finds is the run's incumbent then, what it learns of it stands in the stage's run. */
export type Method = (run: StageRun) => Promise<void>;

/** Alternating chains, which mostly end by themselves. */
export const chains: Method = async ({ state, work, share, proven }) => {
  const limits = work.locks.map(({ limit }) => limit);
  improveByChains(state, limits, { target: proven.bound, maxSeconds: share.fairSeconds });
};

/** Bounds, and what they lead to. */
const bounds =
  (makers: readonly BoundMaker[], limits: "share" | "guided" = "share"): Method =>
  async (run) => {
    await askBounds(run, makers, run[limits]);
  };

export const quickBounds = bounds(QUICK_BOUNDS);
const thoroughBounds = bounds(THOROUGH_BOUNDS);
export const linearProgram = bounds([programBound], "guided");
export const ascent = bounds([ascentBound]);
/** The ascent of a round in which all that follows depends on it. */
export const leadingAscent = bounds([ascentBound], "guided");
export const nearBestCompositions = bounds([nearCompositions]);

/** The kernel of the linear program's answer, where there is one; else whatever else leads. */
export const kernelOr =
  (otherwise: Method): Method =>
  async (run) => {
    if (run.guide === undefined) return otherwise(run);
    const byKernel = await solveByKernel(run.state, run.work, { search: run.guided, proof: run.share }, run.proven, run.guide);
    run.proven = byKernel.proven;
  };

/** The thorough bound on another thread. */
export const boundAside: Method = async ({ state, work, share }) => {
  askForBound(state, work, share);
};

export const sizesKept: Method = async ({ state, work, share, proven }) => {
  await solveKept(state, work, share, proven.bound);
};

export const amongLikely: Method = async ({ state, work, guided, proven }) => {
  await solveLikely(state, work, guided, proven.bound);
};

/** The same, and whatever else there is only where it has found nothing: from where it leads little is gained by anything. */
export const amongLikelyOr =
  (...others: readonly Method[]): Method =>
  async (run) => {
    if (await solveLikely(run.state, run.work, run.guided, run.proven.bound)) return;
    for (const method of others) if (!isProven(run)) await method(run);
  };

export const neighbourhoods: Method = async (run) => {
  const { state, work, share, ends, proven } = run;
  const maxSeconds = Math.max(0, ends - state.ports.now());
  const ended = await searchNeighbourhoods(state, work, { maxSteps: share.maxSteps, maxSeconds, bound: proven.bound });
  run.endedBy = ended === "time" ? "time" : "steps";
};

/** Thorough bounds, then the program as a whole; where that is too large after all, neighbourhoods before such bounds. */
export const wholeProgram: Method = async (run) => {
  const { state, work, share } = run;
  if (work.formulation().model.numCols > MOST_COLUMNS) {
    await neighbourhoods(run);
    await thoroughBounds(run);
    return;
  }
  await thoroughBounds(run);
  if (isProven(run)) return;
  const { proven, stoppedBy } = await solveSmall(state, { ...work, multipliers: run.multipliers }, share, run.proven);
  run.proven = proven;
  run.endedBy = stoppedBy;
};

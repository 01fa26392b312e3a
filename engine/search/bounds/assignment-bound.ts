import { at } from "../../model/instance.ts";
import type { SolveLimit } from "../../solvers/solver.ts";
import type { BoundAnswer, BoundMaker, BoundQuestion, NearPlacement } from "../crew/stage-bound.ts";
import type { SearchPorts } from "../search-ports.ts";
import { startNear } from "../start/start-near.ts";
import { type Certified, certify } from "./certify.ts";
import { coarseProgram } from "./coarse-program.ts";
import { type Guide, guideOf } from "./guide.ts";
import { type Network, networkOf } from "./network.ts";
import { openPriceMemory, type PriceMemory } from "./price-memory.ts";
import { layoutOf } from "./prices.ts";
import { canRelax, isLargestDelay, type Relaxation, relax } from "./relaxation.ts";
import { relaxedProgram } from "./relaxed-program.ts";
import { ascend } from "./subgradient.ts";

/** Beyond this many arcs a linear program takes too long for what it adds to the ascent. */
const MOST_ARCS_FOR_PROGRAM = 30_000;
/** The program rarely adds more than this part of the incumbent (or this many units): where the ascent leaves more, it is not asked. */
const GAP_FOR_PROGRAM = 0.05;
const UNITS_FOR_PROGRAM = 3;
/** Arcs of a linear program that are surely solved in a second. */
const ARCS_PER_SECOND = 15_000;
/** Arcs beyond which an interior-point method is the sooner one (bench/LESSONS.md). */
const MANY_ARCS = 6_000;
/** Thresholds that are tried for the largest delay: in larger rounds each costs seconds. */
const FEW_ARCS = 5_000;
const MOST_THRESHOLDS = 3;
const ITERATIONS = 500;
/** Arcs beyond which each takes long: fewer of them for a stage that goes on from the prices of another, and few where the same is asked about again. */
const LONG_ARCS = 120_000;
const LATER_ITERATIONS = 300;
const FEW_ITERATIONS = 50;
/** Its step at first, where it is 1 else. */
const STEP_AGAIN = 0.1;
/** Part of the seconds before which an ascent that lags behind the clock is not hurried. */
const TOO_EARLY_TO_TELL = 0.25;
/** Arcs that an iteration of the ascent looks at for one step of the budget. */
const ARCS_PER_STEP = 4_000;

/** What is worked out once per run. */
interface Kept {
  readonly network: Network;
  readonly prices: PriceMemory;
}

interface Proof {
  readonly certified: Certified | null;
  readonly near: readonly NearPlacement[];
  readonly guide?: Guide;
  readonly steps: number;
  readonly limit: SolveLimit | null;
}

/** Bounds a stage by its assignment relaxation at prices from subgradient ascent, and hands over placements near the relaxation's answer. */
export const ascentBound: BoundMaker = async (question, ports) => {
  const asked = relaxed(question);
  if (asked === null || asked.isThreshold) return null;
  const { relaxation, kept } = asked;
  const coarse = await byCoarseProgram(relaxation, ports);
  const fine = byAscent(relaxation, question, kept, ports);
  const isSharper = coarse !== null && (fine.certified === null || relaxation.sign * (coarse.bound - fine.certified.bound) > 0);
  return answerOf(isSharper ? { ...fine, certified: coarse } : fine);
};

/** The bound at the duals of the linear program where the one known so far is near enough to be worth it. */
export const closeProgramBound: BoundMaker = async (question, ports) => {
  const gap = Math.abs(question.bound - question.value);
  const isNear = gap <= Math.max(UNITS_FOR_PROGRAM, GAP_FOR_PROGRAM * Math.abs(question.value));
  return isNear || isLargestDelay(at(question.stages, question.locks.length)) ? programBound(question, ports) : null;
};

/**
 * Bounds a stage at the duals of its relaxation's linear program, where that is small enough; the largest delay by thresholds. What prices prove is
 * worked out exactly and handed over as a certificate.
 */
export const programBound: BoundMaker = async (question, ports) => {
  const asked = relaxed(question);
  if (asked === null || asked.kept.network.arcs.length > MOST_ARCS_FOR_PROGRAM) return null;
  const { kept, relaxation, isThreshold } = asked;
  // Cut short a linear program says nothing at all.
  const isTooLong = question.maxSeconds < kept.network.arcs.length / ARCS_PER_SECOND;
  if (isTooLong) return { bound: question.bound, steps: 0, limit: "time" };
  if (isThreshold) return largestDelay(question, kept, ports);
  return answerOf(await byLinearProgram(relaxation, question, kept, ports));
};

/** The stage's relaxation; `null` where it says nothing. */
function relaxed(question: BoundQuestion) {
  const { stages, locks } = question;
  const stage = at(stages, locks.length);
  if (!canRelax(stage)) return null;
  const kept = keptOf(question);
  return { kept, relaxation: relax(kept.network, stage, locks), isThreshold: isLargestDelay(stage) };
}

function keptOf({ instance, memory }: BoundQuestion): Kept {
  const known = memory.get("assignment bound") as Kept | undefined;
  const kept = known ?? { network: networkOf(instance), prices: openPriceMemory() };
  memory.set("assignment bound", kept);
  return kept;
}

function byAscent(relaxation: Relaxation, question: BoundQuestion, { network, prices }: Kept, ports: SearchPorts): Proof {
  const layout = layoutOf(relaxation);
  const stepsEach = Math.ceil(Math.max(1, network.arcs.length) / ARCS_PER_STEP);
  const isLong = network.arcs.length > LONG_ARCS;
  const isAgain = isLong && prices.isAgain(relaxation);
  const most = isAgain ? FEW_ITERATIONS : isLong && !prices.isEmpty() ? LATER_ITERATIONS : ITERATIONS;
  const iterations = Math.min(most, Math.floor(question.maxSteps / stepsEach));
  const began = ports.now();
  let limit: SolveLimit | null = null;
  let done = 0;
  const stop = () => {
    done += 1;
    if (ports.cancelled?.() === true) limit = "cancel";
    else if (ports.now() - began > question.maxSeconds) limit = "time";
    return limit === "cancel" || ports.now() - began > question.maxSeconds;
  };
  // Steps that the clock cuts while they are long prove little: they shrink in the time there is. That is an end by the clock too.
  const pace = (part: number) => {
    const elapsed = (ports.now() - began) / Math.max(Number.MIN_VALUE, question.maxSeconds);
    if (elapsed <= Math.max(part, TOO_EARLY_TO_TELL)) return part;
    limit ??= "time";
    return Math.min(1, elapsed);
  };
  const from = prices.recall(relaxation, layout);
  const [target, firstStep] = [relaxation.sign * question.value, isAgain ? STEP_AGAIN : 1];
  const best = ascend(relaxation, layout, { from, iterations, firstStep, target, stop, pace });
  prices.keep(relaxation, layout, best.prices);
  const certified = certify(relaxation, layout, best.prices);
  return { certified, near: nearTo(best.shares, question, network), steps: done * stepsEach, limit };
}

/** What the seats of whole Regions prove of a large round's stage that counts people outside their bands; `null` elsewhere. */
async function byCoarseProgram(relaxation: Relaxation, { solver }: SearchPorts): Promise<Certified | null> {
  if (relaxation.objective.regions === 0 || relaxation.network.arcs.length <= LONG_ARCS) return null;
  const layout = layoutOf(relaxation);
  const { model, pricesFrom } = coarseProgram(relaxation, layout);
  const answer = await solver.solve(model, {});
  return "duals" in answer && answer.duals !== undefined ? certify(relaxation, layout, pricesFrom(answer.duals)) : null;
}

async function byLinearProgram(
  relaxation: Relaxation,
  question: BoundQuestion,
  { network, prices }: Kept,
  ports: SearchPorts,
): Promise<Proof> {
  const { maxSteps, maxSeconds } = question;
  const layout = layoutOf(relaxation);
  const { model, pricesFrom } = relaxedProgram(relaxation, layout);
  const interior = network.arcs.length > MANY_ARCS;
  const answer = await ports.solver.solve(model, {
    maxSteps,
    maxSeconds,
    interior,
    onProgress: () => ports.cancelled?.() ?? false,
  });
  const limit = "limit" in answer ? answer.limit : null;
  const duals = "duals" in answer ? answer.duals : undefined;
  if (duals === undefined) return { certified: null, near: [], steps: answer.steps, limit };
  const found = pricesFrom(duals);
  if (relaxation.threshold === null) prices.keep(relaxation, layout, found);
  const point = "point" in answer ? answer.point.subarray(0, network.arcs.length) : null;
  const near = nearTo(point === null ? [] : [point], question, network);
  const guide = point === null ? {} : { guide: guideOf(relaxation, layout, found, point) };
  return { certified: certify(relaxation, layout, found), near, ...guide, steps: answer.steps, limit };
}

/** Where no lock looks at the composition of promotions, which a relaxation's answer would break by far. */
function nearTo(shares: readonly Float64Array[], { locks }: BoundQuestion, network: Network): Proof["near"] {
  if (!locks.every(({ stage }) => canRelax(stage))) return [];
  const { instance, openings } = network;
  const arcsOf = (choice: number) => instance.arcs.ofOpening(at(openings, choice));
  return shares.map((own) => (random, kept) => startNear(instance, own, arcsOf, random, kept));
}

function answerOf({ certified, ...rest }: Proof): BoundAnswer | null {
  return certified === null ? null : { ...certified, ...rest };
}

/** The highest threshold that cannot be kept, the incumbent's value first. */
async function largestDelay(question: BoundQuestion, kept: Kept, ports: SearchPorts): Promise<BoundAnswer | null> {
  const { stages, locks, value, instance } = question;
  const stage = at(stages, locks.length);
  const occurring = new Set(instance.arcs.openings.delayDays);
  const delays = [...occurring].filter((days) => days > 0 && days <= value).sort((a, b) => b - a);
  let [low, high] = [0, delays.length - 1];
  let best: Proof = { certified: null, near: [], steps: 0, limit: null };
  let steps = 0;
  let left = kept.network.arcs.length <= FEW_ARCS ? Infinity : MOST_THRESHOLDS;
  // Thresholds that cannot be kept are those up to some value: the first question settles most cases, then halving.
  for (let middle = 0; low <= high && left > 0; middle = (low + high) >> 1, left--) {
    const proof = await byLinearProgram(relax(kept.network, stage, locks, at(delays, middle)), question, kept, ports);
    steps += proof.steps;
    if (proof.limit !== null) break;
    if (proof.certified === null) low = middle + 1;
    else {
      best = proof;
      high = middle - 1;
    }
  }
  return answerOf({ ...best, steps });
}

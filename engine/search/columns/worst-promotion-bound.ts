import type { BoundCertificate } from "../../domain/bound-certificate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { at } from "../../model/instance.ts";
import type { SolveLimit } from "../../solvers/solver.ts";
import type { BoundAnswer, BoundQuestion } from "../crew/stage-bound.ts";
import type { SearchPorts } from "../search-ports.ts";
import type { Stretch } from "./ascend.ts";
import { certify } from "./certify.ts";
import { compositionCertificate } from "./composition-certificate.ts";
import { openLagrangian } from "./lagrangian.ts";
import { nothingCounted, type Relaxation, relaxStage, withThreshold } from "./relaxation.ts";
import { searchPrices } from "./search-prices.ts";

/** Whether a threshold can be kept is mostly soon seen. */
const QUICK: Stretch = { evaluations: 150, firstStep: 2, lastStep: 0.02, momentum: 0.9, memory: 0.99 };
const THOROUGH: Stretch = { evaluations: 400, firstStep: 4, lastStep: 0.01, momentum: 0.9, memory: 0.99 };
/** Promotions up to which a solver proves what one threshold does not: no other is asked then (bench/LESSONS.md). */
const FEW_PROMOTIONS = 25;
/** Part of a person that rounding prices to millionths cannot take away. */
const SAFETY = 1e-3;

/** What is left to spend, and the prices of the last question, near which those of the next are. */
interface Search {
  readonly relaxation: Relaxation;
  readonly ports: SearchPorts;
  readonly until: number;
  stepsLeft: number;
  readonly stage: Stage;
  multipliers: Float64Array | null;
  /** Of the highest threshold refuted so far. */
  certificate: BoundCertificate | null;
  limit: SolveLimit | null;
}

/**
 * Most persons outside the bands of one promotion, at least: one more than the highest threshold that no placement keeps. The
 * incumbent's value less one is asked first, in a small round once more with patience and nothing else; then thresholds by halving.
 */
export function boundWorst(
  { instance, stages, locks, value, maxSteps, maxSeconds }: BoundQuestion,
  ports: SearchPorts,
): BoundAnswer {
  const relaxation = relaxStage(instance, locks, nothingCounted(instance));
  const search: Search = {
    relaxation,
    ports,
    until: ports.now() + maxSeconds,
    stage: at(stages, locks.length),
    stepsLeft: maxSteps,
    multipliers: null,
    certificate: null,
    limit: null,
  };
  const isSmall = relaxation.blocks.length <= FEW_PROMOTIONS;
  let [bound, open] = [0, value];
  for (let threshold = value - 1; bound < open && search.limit === null; threshold = (bound + open) >> 1) {
    const stretches = isSmall ? [QUICK, THOROUGH] : [QUICK];
    if (stretches.some((stretch) => refutes(search, threshold, stretch))) bound = threshold + 1;
    else open = isSmall ? bound : threshold;
  }
  const { certificate, stepsLeft, limit } = search;
  return { bound, steps: maxSteps - stepsLeft, limit, ...(certificate === null ? {} : { certificate }) };
}

/** Whether it is proven that no placement keeps within `threshold` persons outside in every promotion. */
function refutes(search: Search, threshold: number, stretch: Stretch): boolean {
  const { relaxation, ports, until, stepsLeft } = search;
  const lagrangian = openLagrangian(withThreshold(relaxation, threshold));
  const multipliers = search.multipliers ?? new Float64Array(lagrangian.size);
  const found = searchPrices(
    { lagrangian, multipliers, stretches: [stretch], enough: SAFETY, maxSteps: stepsLeft, until },
    ports,
  );
  search.multipliers = found.multipliers;
  search.stepsLeft = Math.max(0, stepsLeft - found.steps);
  search.limit = found.limit;
  const certified = found.value >= SAFETY ? certify(lagrangian, found.multipliers) : null;
  if (certified === null || certified.value <= 0) return false;
  search.certificate = compositionCertificate(lagrangian, certified, search.stage, threshold + 1);
  return true;
}

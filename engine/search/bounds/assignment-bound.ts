import { at } from "../../model/instance.ts";
import type { SolveLimit } from "../../solvers/solver.ts";
import type { RunPorts } from "../run.ts";
import type { BoundAnswer, BoundMaker, BoundQuestion } from "../stage-bound.ts";
import { type Certified, certify } from "./certify.ts";
import { type Network, networkOf } from "./network.ts";
import { layoutOf } from "./prices.ts";
import { canRelax, isLargestDelay, type Relaxation, relax } from "./relaxation.ts";
import { relaxedProgram } from "./relaxed-program.ts";

/**
 * Bounds a stage by its assignment relaxation: the linear program gives prices, the prices a certificate, the certificate the bound.
 */
export const assignmentBound: BoundMaker = async (question, ports) => {
  const { stages, locks } = question;
  const stage = at(stages, locks.length);
  if (!canRelax(stage)) return null;
  const network = remembered(question);
  if (isLargestDelay(stage)) return largestDelay(question, network, ports);
  return answerOf(await byLinearProgram(relax(network, stage, locks), question, ports));
};

function remembered({ instance, memory }: BoundQuestion): Network {
  const known = (memory.get("assignment network") as Network | undefined) ?? networkOf(instance);
  memory.set("assignment network", known);
  return known;
}

interface Proof {
  readonly certified: Certified | null;
  readonly steps: number;
  readonly limit: SolveLimit | null;
}

async function byLinearProgram(relaxation: Relaxation, { maxSteps, maxSeconds }: BoundQuestion, ports: RunPorts): Promise<Proof> {
  const layout = layoutOf(relaxation);
  const { model, pricesFrom } = relaxedProgram(relaxation, layout);
  const answer = await ports.solver.solve(model, { maxSteps, maxSeconds });
  const limit = "limit" in answer ? answer.limit : null;
  const duals = "duals" in answer ? answer.duals : undefined;
  if (duals === undefined) return { certified: null, steps: answer.steps, limit };
  return { certified: certify(relaxation, layout, pricesFrom(duals)), steps: answer.steps, limit };
}

function answerOf({ certified, steps, limit }: Proof): BoundAnswer | null {
  return certified === null ? null : { ...certified, steps, limit };
}

/** The highest threshold that cannot be kept, the incumbent's value first. */
async function largestDelay(question: BoundQuestion, network: Network, ports: RunPorts): Promise<BoundAnswer | null> {
  const { stages, locks, value, instance } = question;
  const stage = at(stages, locks.length);
  const delays = [...new Set(instance.arcs.map((arc) => arc.delayDays))]
    .filter((days) => days > 0 && days <= value)
    .sort((a, b) => b - a);
  let [low, high] = [0, delays.length - 1];
  let best: Proof = { certified: null, steps: 0, limit: null };
  let steps = 0;
  // Thresholds that cannot be kept are those up to some value: the first question settles most cases, then halving.
  for (let middle = 0; low <= high; middle = (low + high) >> 1) {
    const proof = await byLinearProgram(relax(network, stage, locks, at(delays, middle)), question, ports);
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

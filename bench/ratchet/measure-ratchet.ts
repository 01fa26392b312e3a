import type { Round } from "../../engine/domain/round.ts";
import { place } from "../../engine/place.ts";
import { checked } from "../../engine/solvers/checked.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { type BenchCase, instanceOf } from "../cases/bench-case.ts";
import { plainTiers } from "../contenders/plain-tiers.ts";
import type { RatchetFigures } from "./judge-ratchet.ts";

/** Long enough that steps decide and never the clock. */
const SECONDS = 600;

/**
 * Plain HiGHS on the tiers of the case, then this engine on one thread with the same solver, each to its own end; throws where ours does
 * not end with a verified result by itself, for then there is nothing to compare.
 */
export async function measureRatchet(one: BenchCase, solver: Solver): Promise<RatchetFigures> {
  const { round } = instanceOf(one);
  const plain = await processorSeconds(() => runPlain(round, solver));
  let steps = 0;
  const counting = checked({
    ...solver,
    solve: async (model, request) => {
      const result = await solver.solve(model, request);
      steps += result.steps;
      return result;
    },
  });
  const ours = await processorSeconds(() => runOurs(round, counting));
  return { ratio: ours / plain, steps };
}

const now = () => performance.now() / 1000;

async function runPlain(round: Round, solver: Solver): Promise<void> {
  const began = now();
  const limits = { seconds: SECONDS, seed: 1, now: () => now() - began, reached: () => undefined, childUsed: () => undefined };
  const { end } = await plainTiers("plain-highs", async () => solver).run({ ok: true, round, warnings: [] }, limits);
  if (end !== "proof") throw new Error(`plain HiGHS ended with ${end}`);
}

async function runOurs(round: Round, solver: Solver): Promise<void> {
  const outcome = await place({ ...round, limits: { ...round.limits, seconds: SECONDS, threads: 1 } }, [], { solver, now });
  if (outcome.status !== "solved") throw new Error(`not solved: ${outcome.status}`);
  if (outcome.result.stoppedBy !== "proof") throw new Error(`stopped by ${outcome.result.stoppedBy}`);
}

/** User and system time that the work took, in seconds. */
async function processorSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

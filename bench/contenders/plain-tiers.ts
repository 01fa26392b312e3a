import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { type Stage, stagesOf } from "../../engine/formulate/stages.ts";
import type { Instance } from "../../engine/model/instance.ts";
import { evaluate } from "../../engine/model/linear-expression.ts";
import { locksFor } from "../../engine/search/locks.ts";
import type { SolvedStage } from "../../engine/search/solved-stage.ts";
import type { SolveResult, Solver } from "../../engine/solvers/solver.ts";
import type { Answer, Contender, Moment, RunLimits, StageClaim } from "./contender.ts";
import { momentKeeper } from "./moment-keeper.ts";

/**
 * A solver handed the integer program of each tier as it is, one after another with the earlier ones as rows: no start, no tier skipped
 * because its value is already ideal, no budget per tier, answers taken as they come. What most people would write first.
 */
export function plainTiers(name: string, load: (limits: RunLimits) => Promise<Solver | null>): Contender {
  const run: Contender["run"] = async ({ round }, limits) => {
    const solver = await load(limits);
    return solver === null ? ABSENT : solveAll(solver, buildInstance(round), limits);
  };
  return { name, optimises: true, run };
}

const ABSENT: Answer = { end: "absent", placements: [], stages: [], moments: [], solver: null, remark: "not installed" };

/** What was reached when one tier was left. */
interface Reached {
  readonly arcs: readonly number[];
  readonly solved: readonly SolvedStage[];
  readonly claims: readonly StageClaim[];
}

async function solveAll(solver: Solver, instance: Instance, limits: RunLimits): Promise<Answer> {
  const { moments, keep } = momentKeeper();
  const answer = ({ arcs, claims }: Reached, end: Answer["end"], remark: string): Answer => ({
    end,
    placements: arcs.map((arc) => placementOf(instance, arc)),
    stages: claims,
    moments,
    solver: `${solver.name} ${solver.version}`,
    remark,
  });
  let reached: Reached = { arcs: [], solved: [], claims: [] };
  for (const stage of stagesOf(instance)) {
    if (limits.now() >= limits.seconds) return answer(reached, "limit", "");
    const { status, next } = await solveNext(solver, instance, stage, reached, limits, keep);
    reached = next;
    if (status !== "optimal") return answer(reached, status === "limit" ? "limit" : "failed", status === "limit" ? "" : status);
    limits.reached(answer(reached, "limit", "did not come back"));
  }
  return answer(reached, "proof", "");
}

async function solveNext(
  solver: Solver,
  instance: Instance,
  stage: Stage,
  reached: Reached,
  { now, seconds }: RunLimits,
  keep: (moment: Moment) => void,
): Promise<{ readonly status: string; readonly next: Reached }> {
  const { model, objective, complete, decode } = formulate(instance, locksFor(stage, reached.solved, instance), stage);
  const result = await solver.solve(model, {
    maxSeconds: Math.max(0.01, seconds - now()),
    onProgress: ({ incumbent, bound }) => {
      keep({ seconds: now(), tier: stage.tier + 1, entry: stage.entry + 1, incumbent, bound });
      return false;
    },
  });
  const status = statusOf(result);
  if (result.status !== "optimal" && result.status !== "feasible") return { status, next: reached };
  const arcs = decode(result.point);
  const found = evaluate(objective, complete(arcs));
  const claim: StageClaim = {
    tier: stage.tier + 1,
    entry: stage.entry + 1,
    objectives: stage.objectives,
    sense: stage.sense,
    found,
    bound: result.status === "optimal" ? found : result.bound,
    seconds: now(),
  };
  const solved: SolvedStage = { stage, found, bound: found, stoppedBy: "proof" };
  return { status, next: { arcs, solved: [...reached.solved, solved], claims: [...reached.claims, claim] } };
}

/** `optimal`, `limit`, or what went wrong. */
function statusOf(result: SolveResult): string {
  if (result.status === "optimal") return "optimal";
  if ("limit" in result) return "limit";
  return result.status === "failed" ? result.message : `called ${result.status}`;
}

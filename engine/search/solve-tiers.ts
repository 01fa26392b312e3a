import type { StoppedBy } from "../domain/result.ts";
import { type Formulation, formulate, type StageLock } from "../formulate/formulate.ts";
import { type Stage, stagesOf } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { evaluate } from "../model/linear-expression.ts";
import type { SolveLimit, SolveResult } from "../solvers/solver.ts";
import { allowanceOf, better, worsen } from "./allowance.ts";
import { type Budget, openBudget } from "./budget.ts";
import { findStart } from "./find-start.ts";
import type { RunPorts } from "./run.ts";

/** A stage as it was solved: the value found then, and the proven bound under the locks of that moment. */
export interface SolvedStage {
  readonly stage: Stage;
  readonly found: number;
  readonly bound: number;
  readonly stoppedBy: StoppedBy;
}

export type TiersOutcome =
  | { readonly status: "solved"; readonly arcs: readonly number[]; readonly stages: readonly SolvedStage[] }
  | { readonly status: "infeasible" }
  | { readonly status: "nothing-found"; readonly limit: SolveLimit }
  | { readonly status: "failed"; readonly message: string };

/**
 * Solves the stages in order of precedence. Each hands its placement to the next as a start and leaves a lock: the value found,
 * worsened by the tier's allowance once the whole tier is solved (inside a list the entries are strict). A stage that reaches a
 * value nobody can beat is proven without a solver. `first`: solve only that many stages.
 */
export async function solveTiers(instance: Instance, ports: RunPorts, first = Infinity): Promise<TiersOutcome> {
  const budget = openBudget(instance.round.limits, ports.now);
  const start = await findStart(instance, ports, budget);
  if (start.status !== "found") return start;
  let arcs = start.arcs;
  const solved: SolvedStage[] = [];
  const stages = stagesOf(instance).slice(0, first);
  for (const stage of stages) {
    const formulation = formulate(instance, locksFor(stage, solved, instance), stage);
    const { stage: outcome, arcs: improved } = await solveStage(
      stage,
      formulation,
      arcs,
      stages.length - solved.length,
      ports,
      budget,
    );
    arcs = improved;
    solved.push(outcome);
  }
  return { status: "solved", arcs, stages: solved };
}

/** The locks a stage has to keep: strict inside its own tier, with the allowance for earlier ones. */
export function locksFor(stage: Stage, solved: readonly SolvedStage[], instance: Instance): readonly StageLock[] {
  return solved.map(({ stage: earlier, found, bound }) => {
    const { allowance } = at(instance.round.policy.tiers, earlier.tier);
    const spend = earlier.tier === stage.tier ? 0 : allowanceOf(allowance, found);
    return { stage: earlier, limit: worsen(found, spend, earlier.sense), bound };
  });
}

interface StageStep {
  readonly stage: SolvedStage;
  readonly arcs: readonly number[];
}

async function solveStage(
  stage: Stage,
  formulation: Formulation,
  arcs: readonly number[],
  stagesLeft: number,
  ports: RunPorts,
  budget: Budget,
): Promise<StageStep> {
  const start = formulation.complete(arcs);
  const value = evaluate(formulation.objective, start);
  const limit = ports.cancelled?.() === true ? "cancel" : budget.exhausted();
  const unsolved = (stoppedBy: StoppedBy): StageStep => ({ stage: { stage, found: value, bound: stage.ideal, stoppedBy }, arcs });
  if (value === stage.ideal) return unsolved("proof");
  if (limit !== null) return unsolved(limit);
  const answer = await ports.solver.solve(formulation.model, {
    start,
    ...budget.share(1, stagesLeft),
    onProgress: progressOf(stage, ports),
  });
  budget.spend(answer.steps);
  if (answer.status !== "optimal" && answer.status !== "feasible") return unsolved(reasonOf(answer));
  const chosen = formulation.decode(answer.point);
  const found = evaluate(formulation.objective, formulation.complete(chosen));
  const kept = better(value, found, stage.sense) ? { arcs, found: value } : { arcs: chosen, found };
  const bound = answer.bound === null || better(answer.bound, stage.ideal, stage.sense) ? stage.ideal : answer.bound;
  const stoppedBy = kept.found === bound ? "proof" : reasonOf(answer);
  return { stage: { stage, found: kept.found, bound, stoppedBy }, arcs: kept.arcs };
}

/** What ended a solve that proved nothing final. */
function reasonOf(answer: SolveResult): StoppedBy {
  return "limit" in answer ? answer.limit : "error";
}

function progressOf(stage: Stage, ports: RunPorts) {
  return ({ incumbent, bound }: { readonly incumbent: number | null; readonly bound: number | null }): boolean => {
    const { objectives, sense } = stage;
    ports.onProgress?.({ seconds: ports.now(), tier: stage.tier + 1, objectives, sense, incumbent, bound });
    return ports.cancelled?.() ?? false;
  };
}

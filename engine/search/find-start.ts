import { formulate } from "../formulate/formulate.ts";
import { stagesOf } from "../formulate/stages.ts";
import { startDraft } from "../model/draft.ts";
import { at, type Instance } from "../model/instance.ts";
import { pointViolations } from "../solvers/check-point.ts";
import type { SolveLimit } from "../solvers/solver.ts";
import type { Budget } from "./budget.ts";
import { constructiveStart } from "./constructive-start.ts";
import type { RunPorts } from "./run.ts";

/** Arcs that cost something in a minimised tier before `placed`: placing somebody there is worse than letting them wait. */
function costlyArcs(instance: Instance): ReadonlySet<number> {
  const stages = stagesOf(instance);
  const first = stages.findIndex(({ objectives }) => objectives.includes("placed"));
  const draft = startDraft(instance, [0, instance.arcsOfCandidate.length]);
  const costly = stages.slice(0, first).flatMap((stage) => {
    const { columns, coefficients } = stage.expression(draft);
    return stage.sense === "maximise"
      ? []
      : columns.filter((column, i) => column < instance.arcs.length && at(coefficients, i) > 0);
  });
  return new Set(costly);
}

export type StartOutcome =
  | { readonly status: "found"; readonly arcs: readonly number[] }
  | { readonly status: "infeasible" }
  | { readonly status: "nothing-found"; readonly limit: SolveLimit }
  | { readonly status: "failed"; readonly message: string };

/**
 * A lawful placement to start from. Without pins and hard quotas the constructive one (at worst nobody placed) is always lawful;
 * otherwise, where it breaks a row, the solver is asked for any lawful placement.
 */
export async function findStart(instance: Instance, ports: RunPorts, budget: Budget): Promise<StartOutcome> {
  const formulation = formulate(instance, [], null);
  for (const arcs of [constructiveStart(instance, costlyArcs(instance)), constructiveStart(instance), []]) {
    if (pointViolations(formulation.model, formulation.complete(arcs)).length === 0) return { status: "found", arcs };
  }
  const answer = await ports.solver.solve(formulation.model, {
    ...budget.share(1, 2),
    onProgress: () => ports.cancelled?.() ?? false,
  });
  budget.spend(answer.steps);
  switch (answer.status) {
    case "optimal":
    case "feasible":
      return { status: "found", arcs: formulation.decode(answer.point) };
    case "no-solution-found":
      return { status: "nothing-found", limit: answer.limit };
    case "infeasible":
      return { status: "infeasible" };
    case "unbounded":
      return { status: "failed", message: "a model without objective was called unbounded" };
    case "failed":
      return { status: "failed", message: answer.message };
  }
}

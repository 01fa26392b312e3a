import { formulate } from "../../formulate/formulate.ts";
import { arcsOfPlacements } from "../../model/arcs-of-placements.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { SolveLimit } from "../../solvers/solver.ts";
import type { Budget } from "../budget.ts";
import type { EarlierAnswer } from "../earlier-answer.ts";
import { openPosition } from "../local/position.ts";
import type { RunPorts } from "../run.ts";
import { constructiveStart } from "./constructive-start.ts";
import { earlierCosts } from "./earlier-costs.ts";

export type StartOutcome =
  | { readonly status: "found"; readonly arcs: readonly number[] }
  | { readonly status: "infeasible" }
  | { readonly status: "nothing-found"; readonly limit: SolveLimit }
  | { readonly status: "failed"; readonly message: string };

/** Whether a placement that keeps seats and places keeps everything else too. */
function keepsEveryRule(instance: Instance, arcs: readonly number[]): boolean {
  const { size, breaches, idle } = openPosition(instance, [], arcs);
  return (
    instance.seats.every(({ needed, owed }, promotion) => {
      const placed = at(size, promotion);
      return placed >= owed && (placed === 0 || placed >= needed);
    }) &&
    breaches.every((breach) => breach() <= 0) &&
    (idle?.count() ?? 0) === 0
  );
}

/**
 * A lawful placement to start from, close to an earlier one where there is one. Without pins and hard quotas the constructive one (at worst nobody placed) is always lawful;
 * otherwise, where it breaks a row, the solver is asked for any lawful placement.
 */
export async function findStart(
  instance: Instance,
  ports: RunPorts,
  budget: Budget,
  earlier: EarlierAnswer | undefined,
): Promise<StartOutcome> {
  const preferred = earlier === undefined ? [] : arcsOfPlacements(instance, earlier.placements);
  const costs = earlierCosts(instance);
  for (const start of [
    () => constructiveStart(instance, costs, preferred),
    () => constructiveStart(instance, costs),
    () => constructiveStart(instance),
    () => [],
  ]) {
    const arcs = start();
    if (keepsEveryRule(instance, arcs)) return { status: "found", arcs };
  }
  const formulation = formulate(instance, [], null);
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

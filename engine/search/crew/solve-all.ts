import type { SolveResult } from "../../solvers/solver.ts";
import type { RunPorts } from "../run.ts";
import type { SolveTask } from "./crew.ts";

/** Solves programs on the crew, or without one here in turn; answers parallel to `tasks`, the same either way. */
export async function solveAll(
  { solver, crew }: Pick<RunPorts, "solver" | "crew">,
  tasks: readonly SolveTask[],
): Promise<readonly SolveResult[]> {
  if (crew !== undefined && tasks.length > 1) return crew.solveAll(tasks);
  const results: SolveResult[] = [];
  for (const { model, request } of tasks) results.push(await solver.solve(model, request));
  return results;
}

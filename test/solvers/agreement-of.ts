import type { LinearModel } from "../../engine/model/linear-model.ts";
import type { SolveResult, Solver } from "../../engine/solvers/solver.ts";

/** What several solvers make of one model. */
export interface Agreement {
  /** No answer contradicts another, and no claim was refused. */
  readonly agreed: boolean;
  /** Names of the solvers that came to no answer within the time. */
  readonly unfinished: readonly string[];
  /** The answer agreed on: an optimum, or `null` for infeasible. */
  readonly optimum: number | null;
  /** Every answer in a few words. */
  readonly answers: readonly string[];
}

export async function agreementOf(model: LinearModel, solvers: readonly Solver[], maxSeconds: number): Promise<Agreement> {
  const results: SolveResult[] = [];
  for (const solver of solvers) results.push(await solver.solve(model, { maxSeconds }));
  const isFinished = ({ status }: SolveResult) => status !== "feasible" && status !== "no-solution-found";
  const finished = results.filter(isFinished);
  const first = finished[0];
  const optimum = first?.status === "optimal" ? first.objective : null;
  const agreed = finished.every((result) => {
    if (result.status === "optimal")
      return optimum !== null && Math.abs(result.objective - optimum) <= 1e-6 * Math.max(1, Math.abs(optimum));
    return result.status === "infeasible" && optimum === null;
  });
  const unfinished = results.flatMap((result, i) => (isFinished(result) ? [] : [solvers[i]?.name ?? ""]));
  return { agreed, unfinished, optimum, answers: results.map((result, i) => `${solvers[i]?.name}: ${inWords(result)}`) };
}

function inWords(result: SolveResult): string {
  if (result.status === "optimal" || result.status === "feasible") return `${result.status} ${result.objective}`;
  return result.status === "failed" ? `failed, ${result.code}: ${result.message}` : result.status;
}

import loadRuntime, { type Highs } from "highs";
import type { LinearModel } from "../model/linear-model.ts";
import { type Presolve, runHighs } from "./highs-run.ts";
import type { SolveRequest, SolveResult, Solver } from "./solver.ts";
import { withoutColumns } from "./without-columns.ts";

export interface HighsSettings {
  /** `off` asks HiGHS the same question by another road, for cross-checks. */
  readonly presolve?: Presolve;
}

/** WebAssembly memory never shrinks: beyond this many bytes the next solve gets a new instance. */
const MOST_MEMORY = 512 * 1024 * 1024;

/**
 * HiGHS (npm `highs`, WebAssembly, one thread). A step is one LP iteration. Rejects if the WebAssembly module cannot be loaded.
 */
export async function loadHighs({ presolve = "choose" }: HighsSettings = {}): Promise<Solver> {
  let runtime: Highs | null = await loadRuntime();
  return {
    name: "highs",
    version: runtime.version.string,
    async solve(model, request) {
      if (model.numCols === 0) return withoutColumns(model);
      try {
        runtime ??= await loadRuntime();
        const result = solveIn(runtime, model, request, presolve);
        if (runtime.memoryBytes > MOST_MEMORY) runtime = null;
        return result;
      } catch (error) {
        // A trap leaves the instance unusable.
        runtime = null;
        return { status: "failed", code: "back-end-failed", message: `highs: ${shortened(error)}`, steps: 0 };
      }
    },
  };
}

/** Asks once, and once more the other way about presolve where the first answer settles nothing. */
function solveIn(runtime: Highs, model: LinearModel, request: SolveRequest, presolve: Presolve): SolveResult {
  const first = runHighs(runtime, model, request, presolve);
  if (first.result.status !== "failed") return first.result;
  const { steps } = first.result;
  const rest: SolveRequest = {
    ...request,
    ...(request.maxSteps === undefined ? {} : { maxSteps: Math.max(0, request.maxSteps - steps) }),
    ...(request.maxSeconds === undefined ? {} : { maxSeconds: Math.max(0, request.maxSeconds - first.seconds) }),
  };
  const { result } = runHighs(runtime, model, rest, presolve === "off" ? "choose" : "off");
  return { ...result, steps: steps + result.steps };
}

/** An exception thrown out of WebAssembly may quote the whole bundle: its first line is enough. */
function shortened(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").slice(0, 200);
}

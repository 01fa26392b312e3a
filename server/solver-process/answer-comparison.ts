import { compareResults } from "../../engine/simulate/comparison/compare-results.ts";
import type { RunOptions } from "../schemas/run.ts";
import type { Answer } from "./answer.ts";
import { attachedSolved } from "./attached.ts";
import type { TaskContext } from "./task-context.ts";

/** Run ids with what each asked besides its round, in the order of the attachments `round0`, `result0`, `round1` ... */
export interface ComparisonJob {
  readonly runs: readonly { readonly id: string; readonly options: RunOptions }[];
}

/** Compares every run with the first. */
export function answerComparison(value: unknown, context: TaskContext): Answer {
  // Made by the service's own route.
  const { runs } = value as ComparisonJob;
  const [base, ...others] = runs.map(({ id, options }, index) => ({
    id,
    solved: attachedSolved(context, options, String(index)),
  }));
  if (base === undefined) throw new Error("a comparison of no runs");
  const compared = others.map(({ id, solved }) => ({ run: id, ...compareResults(base.solved, solved) }));
  return { status: "answered", json: Buffer.from(JSON.stringify({ base: base.id, others: compared })) };
}

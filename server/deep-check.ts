import type { Result } from "../engine/domain/result.ts";
import type { Solving } from "./routes/run-task.ts";
import type { Verification } from "./schemas/verification.ts";
import type { Task } from "./solver-process/tasks.ts";

/** Whether the service can do what it is for. */
export type DeepCheck = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** In its turn behind the rounds that wait. */
const DEADLINE_MILLISECONDS = 10_000;

/** Solves a tiny round to proven optimality in a solver process, and has the answer verified in a job of its own. */
export async function deepCheck({ pool, allowed }: Solving, tinyRound: string): Promise<DeepCheck> {
  const signal = AbortSignal.timeout(DEADLINE_MILLISECONDS);
  const run = async (task: Task, text: string): Promise<unknown> => {
    const end = await pool.submit({ task, body: Buffer.from(text), allowed }, { leave: signal });
    return end.status === "done" && end.answer.status === "answered" ? JSON.parse(Buffer.from(end.answer.json).toString()) : null;
  };
  const result = (await run("place", tinyRound)) as Result | null;
  if (result === null) return { ok: false, reason: "The tiny round was not solved in time." };
  if (result.quality !== "proven-optimal") return { ok: false, reason: "The tiny round was not solved to proven optimality." };
  const verified = (await run("verify", `{"round":${tinyRound},"result":${JSON.stringify(result)}}`)) as Verification | null;
  if (verified === null) return { ok: false, reason: "The answer to the tiny round was not verified in time." };
  return verified.violations.length === 0 ? { ok: true } : { ok: false, reason: "The answer to the tiny round is not lawful." };
}

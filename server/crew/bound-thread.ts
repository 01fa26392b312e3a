import { buildInstance } from "../../engine/formulate/build-instance.ts";
import type { Instance } from "../../engine/model/instance.ts";
import { answerBoundTask } from "../../engine/search/crew/answer-bound-task.ts";
import type { BoundAnswer } from "../../engine/search/crew/stage-bound.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { TimedBoundTask } from "./thread-crew.ts";

const solver = checked(await loadHighs());
/** The instance of the last question: those of one run are about the same round. */
let known: { readonly hash: string; readonly instance: Instance } | null = null;

/** What the bound thread does: answers one question, in the time that is left for it. */
export default async function answer({ deadline, ended, ...task }: TimedBoundTask): Promise<BoundAnswer | null> {
  const { round } = task;
  if (known?.hash !== round.hash) known = { hash: round.hash, instance: buildInstance(round) };
  const now = () => performance.now() / 1000;
  const cancelled = () => Atomics.load(ended, 0) === 1;
  const maxSeconds = Math.max(0, (deadline - Date.now()) / 1000);
  return answerBoundTask(known.instance, { ...task, maxSeconds }, { solver, now, cancelled });
}

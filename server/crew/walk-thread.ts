import { openBaseRun } from "../../engine/explain/base-run.ts";
import { answerWalkTask } from "../../engine/explain/walk/walk-task.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import type { Instance } from "../../engine/model/instance.ts";
import type { WalkAnswer } from "../../engine/search/crew/crew.ts";
import type { TimedWalkTask } from "./thread-crew.ts";

/** The instance of the last task: those of one run are about the same round. */
let known: { readonly hash: string; readonly instance: Instance } | null = null;

/** What a walking thread does: one task, in the time that is left for it. */
export default function answer({ deadline, ended, round, arcs, stages, ...task }: TimedWalkTask): WalkAnswer {
  if (known?.hash !== round.hash) known = { hash: round.hash, instance: buildInstance(round) };
  const now = () => performance.now() / 1000;
  const cancelled = () => Atomics.load(ended, 0) === 1;
  const maxSeconds = Math.max(0, (deadline - Date.now()) / 1000);
  return answerWalkTask(openBaseRun(known.instance, arcs, stages), { ...task, maxSeconds }, { now, cancelled });
}

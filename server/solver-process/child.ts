import { constants, setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import type { RunPorts, RunProgress } from "../../engine/search/run.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import type { Answer } from "./answer.ts";
import type { ControlData } from "./control-watch.ts";
import type { ChildMessage, NumberedJob } from "./messages.ts";
import { readJson } from "./read-json.ts";
import type { TaskContext } from "./task-context.ts";
import { TASKS } from "./tasks.ts";

/** Between two moments of progress that are told. */
const PROGRESS_SECONDS = 0.2;

// Below the API's own priority, so that requests are answered while every core solves.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const cancelled = new Int32Array(new SharedArrayBuffer(4));
const control: ControlData = { parent: process.ppid, cancelled };
new Worker(new URL("./control-watch.ts", import.meta.url), { workerData: control }).unref();
process.on("disconnect", () => process.exit(0));

let loaded: Promise<Solver> | null = null;
const loadSolver = () => {
  loaded ??= (async () => {
    const [{ checked }, { loadHighs }] = await Promise.all([
      import("../../engine/solvers/checked.ts"),
      import("../../engine/solvers/highs.ts"),
    ]);
    return checked(await loadHighs());
  })();
  return loaded;
};
const clock = () => performance.now() / 1000;

/** Resolves once the message is on its way: a solve would hold it back. */
function say(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}

/** Progress at a pace that a store and a reader can follow; a new tier is always told. */
function pacedProgress(started: number): (progress: RunProgress) => void {
  let last = { seconds: -Infinity, tier: 0, entry: 0 };
  return (progress) => {
    const seconds = progress.seconds - started;
    const sameStage = progress.tier === last.tier && progress.entry === last.entry;
    if (sameStage && seconds - last.seconds < PROGRESS_SECONDS) return;
    last = { seconds, tier: progress.tier, entry: progress.entry };
    void say({ kind: "progress", progress: { ...progress, seconds } });
  };
}

function contextOf({ number, allowed, attachments }: NumberedJob): TaskContext {
  const ports = async (): Promise<RunPorts> => ({
    solver: await loadSolver(),
    now: clock,
    onProgress: pacedProgress(clock()),
    cancelled: () => Atomics.load(cancelled, 0) === number,
  });
  const working = (seconds: number) => say({ kind: "working", seconds });
  return { allowed, ports, working, attachment: (name) => attachments?.[name] ?? null };
}

async function answer(job: NumberedJob): Promise<Answer> {
  const read = readJson(job.body);
  if (!read.ok) return { status: "refused", refusal: read.refusal };
  const answerTask = await TASKS[job.task]();
  return answerTask(read.value, contextOf(job));
}

/** An exception is a bug; its name and place are logged, while its message could hold what the caller sent. */
function failure(error: unknown): Answer {
  const place = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")) : [];
  return { status: "failed", message: `${error instanceof Error ? error.name : typeof error} ${place.slice(0, 4).join("")}` };
}

process.on("message", async (job: NumberedJob) => {
  const reply = await answer(job).catch(failure);
  await say({ kind: "done", answer: reply, memoryBytes: process.memoryUsage.rss() });
});
await say({ kind: "ready" });

import type { RunProgress } from "../../engine/search/run.ts";
import type { Job } from "./messages.ts";
import { type JobEnd, type Patience, type SolverChild, startSolverChild } from "./solver-child.ts";

/** How many solver processes there are and when one is replaced. */
export interface PoolSettings extends Patience {
  readonly processes: number;
  /** Started with the first job; otherwise at once. */
  readonly lazy?: boolean;
  /** Jobs that wait at most; more are refused. */
  readonly queueLength: number;
  readonly recycleAfterJobs: number;
  /** WebAssembly memory never shrinks: a process above this is replaced before its next job. */
  readonly recycleAboveBytes: number;
}

/** How a submitted job ended; `cancelled`: by its own signal. */
export type PoolEnd = JobEnd | { readonly status: "queue-full" | "cancelled" | "shutting-down" };

/** What may be done with a job on its way, and who hears of it. */
export interface JobHooks {
  /** Ends the job at once, whatever it has: nobody waits for it any more. */
  readonly leave?: AbortSignal;
  /** Asks for the best it has. */
  readonly cancel?: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** Solver processes behind a bounded queue, first come first served. */
export interface SolverPool {
  submit(job: Job, hooks?: JobHooks): Promise<PoolEnd>;
  /** Whether a job submitted now would be refused. */
  isFull(): boolean;
  /** Whether a solver process is there to take jobs, now or after those it has, or is being replaced. */
  isReady(): boolean;
  isStopping(): boolean;
  /** Process ids of the solver processes that are working. */
  busyPids(): readonly number[];
  /** Refuses what waits, lets what runs go on for so many seconds, then kills it; resolves when every process is gone. */
  stop(seconds: number): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly hooks: JobHooks;
  readonly resolve: (end: PoolEnd) => void;
}

/** A process that dies before it is ready would otherwise be started again without end. */
const RESTART_MILLISECONDS = 1_000;

/** Starts the solver processes. */
export function startSolverPool(settings: PoolSettings): SolverPool {
  const children = new Set<SolverChild>();
  const queue: Waiting[] = [];
  const allGone = Promise.withResolvers<void>();
  // Sound: the last that was started became ready. One that was killed since is replaced in a moment, for which a job waits.
  let [stopping, sound] = [false, false];

  const start = () => {
    if (stopping) return;
    let wasReady = false;
    const onReady = () => {
      wasReady = true;
      sound = true;
      assign();
    };
    const onExit = () => {
      children.delete(child);
      sound &&= wasReady;
      if (stopping && children.size === 0) allGone.resolve();
      else if (wasReady) start();
      else setTimeout(start, RESTART_MILLISECONDS).unref();
    };
    const child = startSolverChild(settings, onReady, onExit);
    children.add(child);
  };

  const assign = () => {
    for (const child of children) {
      if (queue.length === 0) return;
      if (!child.isReady() || child.isBusy()) continue;
      const next = queue.shift();
      if (next !== undefined) void work(child, next);
    }
  };

  const work = async (child: SolverChild, { job, hooks, resolve }: Waiting) => {
    const end = await runOn(child, job, hooks);
    if (stopping || isWorn(child, end, settings)) child.kill();
    else assign();
    if (hooks.leave?.aborted) resolve({ status: "cancelled" });
    else resolve(stopping && end.status === "ended-early" ? { status: "shutting-down" } : end);
  };

  const submit = (job: Job, hooks: JobHooks = {}): Promise<PoolEnd> => {
    if (stopping) return Promise.resolve({ status: "shutting-down" });
    if (hooks.leave?.aborted) return Promise.resolve({ status: "cancelled" });
    if (queue.length >= settings.queueLength) return Promise.resolve({ status: "queue-full" });
    startAll();
    return new Promise((resolve) => {
      const waiting = { job, hooks, resolve };
      queue.push(waiting);
      hooks.leave?.addEventListener("abort", () => {
        const place = queue.indexOf(waiting);
        if (place >= 0) queue.splice(place, 1);
        resolve({ status: "cancelled" });
      });
      assign();
    });
  };

  const stop = async (seconds: number): Promise<void> => {
    stopping = true;
    for (const { resolve } of queue.splice(0)) resolve({ status: "shutting-down" });
    if (children.size === 0) return;
    for (const child of children) if (!child.isBusy()) child.kill();
    const killAll = setTimeout(() => {
      for (const child of children) child.kill();
    }, seconds * 1000);
    await allGone.promise;
    clearTimeout(killAll);
  };

  const startAll = once(() => Array.from({ length: settings.processes }, start));
  if (settings.lazy !== true) startAll();

  return {
    submit,
    stop,
    isFull: () => queue.length >= settings.queueLength,
    isReady: () => !stopping && ((sound && children.size > 0) || [...children].some((child) => child.isReady())),
    isStopping: () => stopping,
    busyPids: () => [...children].flatMap((child) => (child.isBusy() && child.pid !== undefined ? [child.pid] : [])),
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** Runs a job on a process, and passes on what its caller asks for meanwhile. */
async function runOn(child: SolverChild, job: Job, { leave, cancel, onProgress }: JobHooks): Promise<JobEnd> {
  const kill = () => child.kill();
  const ask = () => child.cancel();
  leave?.addEventListener("abort", kill);
  cancel?.addEventListener("abort", ask);
  const ended = child.run(job, onProgress);
  if (cancel?.aborted) child.cancel();
  const end = await ended;
  leave?.removeEventListener("abort", kill);
  cancel?.removeEventListener("abort", ask);
  return end;
}

function isWorn(child: SolverChild, end: JobEnd, settings: PoolSettings): boolean {
  return child.jobsDone() >= settings.recycleAfterJobs || (end.status === "done" && end.memoryBytes > settings.recycleAboveBytes);
}

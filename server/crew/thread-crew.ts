import { Piscina } from "piscina";
import type { BoundTask } from "../../engine/search/crew/bound-task.ts";
import type { Crew, SolveTask, WalkAnswer, WalkTask } from "../../engine/search/crew/crew.ts";
import type { BoundAnswer } from "../../engine/search/crew/stage-bound.ts";
import type { SolveResult } from "../../engine/solvers/solver.ts";

/** A crew that must be sent home: its threads would keep the process alive. */
export interface ThreadCrew extends Crew {
  close(): Promise<void>;
}

/** When something on its way to a thread must be answered (milliseconds since 1970), and a flag that ends it sooner. */
interface Timed {
  readonly deadline: number;
  readonly ended: Int32Array;
}

/** A question on its way to the bound thread, and walks on their way to a walking one. */
export type TimedBoundTask = Omit<BoundTask, "maxSeconds"> & Timed;
export type TimedWalkTask = Omit<WalkTask, "maxSeconds"> & Timed;

/** How often somebody who waits is asked whether the run is cancelled, in milliseconds. */
const ASK_EVERY = 100;

function openPool(file: string, maxThreads: number): Piscina {
  const filename = new URL(file, import.meta.url).href;
  return new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: Number.POSITIVE_INFINITY });
}

/**
 * HiGHS on `threads` worker threads, started when there is work for them, one more for bounds, which is at work while this thread
 * searches, and as many again that walk once the search is over. A thread that breaks answers `failed` for its program alone, or that no bound is known.
 */
function openThreadCrew(threads: number): ThreadCrew {
  const solvers = openPool("./solve-thread.ts", threads);
  const bounds = openPool("./bound-thread.ts", 1);
  const walkers = openPool("./walk-thread.ts", threads);
  const solve = async (task: SolveTask): Promise<SolveResult> => {
    try {
      return await solvers.run(task);
    } catch (error) {
      const message = `a thread broke: ${error instanceof Error ? error.name : typeof error}`;
      return { status: "failed", code: "back-end-failed", message, steps: 0 };
    }
  };
  /** Runs a task on a pool's thread with its seconds as a deadline; `null` where the thread broke. */
  const timed = async <T>(
    pool: Piscina,
    { maxSeconds, ...task }: BoundTask | WalkTask,
    cancelled: () => boolean,
  ): Promise<T | null> => {
    const ended = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const watch = setInterval(() => {
      if (cancelled()) Atomics.store(ended, 0, 1);
    }, ASK_EVERY);
    try {
      return await pool.run({ ...task, deadline: Date.now() + 1000 * maxSeconds, ended } satisfies
        | TimedBoundTask
        | TimedWalkTask);
    } catch {
      return null;
    } finally {
      clearInterval(watch);
    }
  };
  return {
    threads,
    solveAll: (tasks) => Promise.all(tasks.map(solve)),
    letMessagesPass: () => new Promise((resolve) => setImmediate(resolve)),
    bound: (task, cancelled) => timed<BoundAnswer>(bounds, task, cancelled),
    walkAll: (tasks, cancelled) => Promise.all(tasks.map((task) => timed<WalkAnswer>(walkers, task, cancelled))),
    close: async () => {
      await Promise.all([solvers, bounds, walkers].map((pool) => pool.destroy()));
    },
  };
}

/** Does something with a crew of that many threads, and sends it home; one thread needs none. */
export async function withCrew<T>(threads: number, work: (crew: Crew | undefined) => Promise<T>): Promise<T> {
  if (threads < 2) return work(undefined);
  const crew = openThreadCrew(threads);
  try {
    return await work(crew);
  } finally {
    await crew.close();
  }
}

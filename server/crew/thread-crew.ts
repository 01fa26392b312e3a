import { Piscina } from "piscina";
import type { BoundTask } from "../../engine/search/bound-task.ts";
import type { Crew, SolveTask } from "../../engine/search/crew.ts";
import type { BoundAnswer } from "../../engine/search/stage-bound.ts";
import type { SolveResult } from "../../engine/solvers/solver.ts";

/** A crew that must be sent home: its threads would keep the process alive. */
export interface ThreadCrew extends Crew {
  close(): Promise<void>;
}

/** A question on its way to the bound thread: when it must be answered (milliseconds since 1970), and a flag that ends it sooner. */
export interface TimedBoundTask extends Omit<BoundTask, "maxSeconds"> {
  readonly deadline: number;
  readonly ended: Int32Array;
}

/** How often somebody who waits is asked whether the run is cancelled, in milliseconds. */
const ASK_EVERY = 100;

function openPool(file: string, maxThreads: number): Piscina {
  const filename = new URL(file, import.meta.url).href;
  return new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: Number.POSITIVE_INFINITY });
}

/**
 * HiGHS on `threads` worker threads, started when there is work for them, and one more for bounds, which is at work while this thread
 * searches. A thread that breaks answers `failed` for its program alone, or that no bound is known.
 */
function openThreadCrew(threads: number): ThreadCrew {
  const solvers = openPool("./solve-thread.ts", threads);
  const bounds = openPool("./bound-thread.ts", 1);
  const solve = async (task: SolveTask): Promise<SolveResult> => {
    try {
      return await solvers.run(task);
    } catch (error) {
      const message = `a thread broke: ${error instanceof Error ? error.name : typeof error}`;
      return { status: "failed", code: "back-end-failed", message, steps: 0 };
    }
  };
  const bound = async ({ maxSeconds, ...task }: BoundTask, cancelled: () => boolean): Promise<BoundAnswer | null> => {
    const ended = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const watch = setInterval(() => {
      if (cancelled()) Atomics.store(ended, 0, 1);
    }, ASK_EVERY);
    try {
      return await bounds.run({ ...task, deadline: Date.now() + 1000 * maxSeconds, ended } satisfies TimedBoundTask);
    } catch {
      return null;
    } finally {
      clearInterval(watch);
    }
  };
  return {
    threads,
    solveAll: (tasks) => Promise.all(tasks.map(solve)),
    bound,
    close: async () => {
      await Promise.all([solvers.destroy(), bounds.destroy()]);
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

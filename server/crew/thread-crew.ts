import { Piscina } from "piscina";
import type { Crew, SolveTask } from "../../engine/search/crew.ts";
import type { SolveResult } from "../../engine/solvers/solver.ts";

/** A crew that must be sent home: its threads would keep the process alive. */
export interface ThreadCrew extends Crew {
  close(): Promise<void>;
}

/** HiGHS on `threads` worker threads, started when there is work for them. A thread that breaks answers `failed` for its program alone. */
function openThreadCrew(threads: number): ThreadCrew {
  const pool = new Piscina({
    filename: new URL("./solve-thread.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  const solve = async (task: SolveTask): Promise<SolveResult> => {
    try {
      return await pool.run(task);
    } catch (error) {
      const message = `a thread broke: ${error instanceof Error ? error.name : typeof error}`;
      return { status: "failed", code: "back-end-failed", message, steps: 0 };
    }
  };
  return { threads, solveAll: (tasks) => Promise.all(tasks.map(solve)), close: () => pool.destroy() };
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

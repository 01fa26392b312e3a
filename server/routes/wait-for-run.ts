import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServicePorts } from "../service-ports.ts";
import { findRun, isOver, type RunRow } from "../store/runs.ts";

/** The longest a caller may wait for a run in one request. */
const MOST_SECONDS = 60;

/** The seconds of `Prefer: wait=N` (RFC 7240), at most a minute; 0 without. */
export function secondsToWait(request: FastifyRequest): number {
  const given = [request.headers.prefer ?? []].flat().join(",");
  const [, seconds = "0"] = /(?:^|[,;\s])wait="?(\d{1,6})"?/i.exec(given) ?? [];
  return Math.min(Number(seconds), MOST_SECONDS);
}

/** The run once it is over, or as it is when the time is up, the caller has left or the service stops. */
export async function waitForRun(
  { store, watch, stopping }: ServicePorts,
  id: string,
  seconds: number,
  reply: FastifyReply,
): Promise<RunRow | null> {
  const until = performance.now() + seconds * 1000;
  const wait = changes(watch, id);
  try {
    for (;;) {
      const run = await findRun(store.db, id);
      const left = until - performance.now();
      if (run === null || isOver(run.state) || left <= 0 || stopping.aborted || reply.raw.destroyed) return run;
      await wait.next(left, stopping);
    }
  } finally {
    wait.end();
  }
}

/** Changes of a run one after another; one that comes between two waits is not missed. */
export function changes(watch: ServicePorts["watch"], id: string) {
  let changed = false;
  let resume: (() => void) | null = null;
  const unwatch = watch.watch(id, () => {
    changed = true;
    resume?.();
  });
  return {
    /** Resolves after a change, so many milliseconds, or an abort; true where something changed. */
    next: async (milliseconds: number, signal: AbortSignal): Promise<boolean> => {
      if (!changed && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const end = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", end);
            resume = null;
            resolve();
          };
          const timer = setTimeout(end, milliseconds);
          signal.addEventListener("abort", end);
          resume = end;
        });
      }
      const had = changed;
      changed = false;
      return had;
    },
    end: unwatch,
  };
}

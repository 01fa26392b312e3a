import type { Database } from "./database.ts";
import type { HeldRun, RunQueue } from "./run-queue.ts";

/**
 * The queue of a store that only one process has open: the runs whose state is `queued`. Whoever holds a run holds it in this process's
 * memory, so that nothing is held after a restart.
 */
export function embeddedQueue(db: Database): RunQueue {
  const held = new Set<string>();
  const listeners: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const next = async (): Promise<HeldRun | null> => {
    let queued = db.selectFrom("runs").select("id").where("state", "=", "queued");
    // Those that were handed out and have not begun.
    if (held.size > 0) queued = queued.where("id", "not in", [...held]);
    const first = await queued.orderBy("created_at").orderBy("id").limit(1).executeTakeFirst();
    if (first === undefined) return null;
    held.add(first.id);
    const letGo = async () => void held.delete(first.id);
    return { runId: first.id, keepAlive: async () => {}, putBack: letGo, done: letGo };
  };
  // One at a time: two that look at once would see the same rows.
  const take = (): Promise<HeldRun | null> => {
    const taken = last.then(next);
    last = taken.catch(() => null);
    return taken;
  };
  return {
    // The state says it all.
    add: async () => {},
    take,
    wake: () => {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => void listeners.push(listener),
    pollMilliseconds: 1_000,
    takeoverSeconds: 0,
  };
}

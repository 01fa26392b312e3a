import type { Store } from "../store/store.ts";

/** Tells whoever follows a run that something was added to it, whichever process did. */
export interface RunWatch {
  /** Something was added in this process. */
  changed(runId: string): void;
  /** Calls back after every change until the returned function is called. */
  watch(runId: string, onChange: () => void): () => void;
  close(): void;
}

const POLL_MILLISECONDS = 500;

/** On the embedded store every change is made here; on PostgreSQL the watched runs are looked at twice a second. */
export function startRunWatch({ kind, db }: Store, onError: (error: unknown) => void): RunWatch {
  const watchers = new Map<string, Set<() => void>>();
  const seen = new Map<string, number>();
  const changed = (runId: string) => {
    for (const onChange of watchers.get(runId) ?? []) onChange();
  };
  const look = async () => {
    if (watchers.size === 0) return;
    const rows = await db
      .selectFrom("runs")
      .select(["id", "version"])
      .where("id", "in", [...watchers.keys()])
      .execute();
    for (const { id, version } of rows) {
      if (seen.get(id) === version) continue;
      seen.set(id, version);
      changed(id);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const lookAgain = () => {
    if (closed) return;
    timer = setTimeout(() => void look().catch(onError).then(lookAgain), POLL_MILLISECONDS).unref();
  };
  if (kind === "postgres") lookAgain();
  return {
    changed,
    watch: (runId, onChange) => {
      const ofRun = watchers.get(runId) ?? new Set();
      watchers.set(runId, ofRun.add(onChange));
      return () => {
        ofRun.delete(onChange);
        if (ofRun.size > 0) return;
        watchers.delete(runId);
        seen.delete(runId);
      };
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

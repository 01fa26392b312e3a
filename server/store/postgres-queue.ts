import { fromKysely, PgBoss } from "pg-boss";
import type { HeldRun, RunQueue } from "./run-queue.ts";

const QUEUE = "runs";
/** A worker says every few seconds that it lives; without a sign for this long its run goes to another. The least pg-boss allows. */
const HEARTBEAT_SECONDS = 10;
const MONITOR_SECONDS = 2;
/** A run may take hours; its own limits end it. */
const EXPIRE_SECONDS = 23 * 3600;
/** How often a run is handed out is limited by its attempts, not here. */
const RETRIES = 1_000;

/** A run that waits is never forgotten. */
const KEEP_SECONDS = 10 * 365 * 24 * 3600;

interface Ticket {
  readonly runId: string;
}

/** pg-boss as the queue of runs: any number of processes add and take, each run is held by one of them. */
export async function openBossQueue(
  url: string,
  onError: (error: Error) => void,
): Promise<RunQueue & { readonly close: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: url,
    schema: "queue",
    max: 3,
    schedule: false,
    monitorIntervalSeconds: MONITOR_SECONDS,
    superviseIntervalSeconds: MONITOR_SECONDS,
    monitorVacuum: false,
  });
  boss.on("error", onError);
  await boss.start();
  await boss.createQueue(QUEUE, {
    retryLimit: RETRIES,
    retryDelay: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    retentionSeconds: KEEP_SECONDS,
  });
  const listeners: (() => void)[] = [];
  const take = async (): Promise<HeldRun | null> => {
    const [job] = await boss.fetch<Ticket>(QUEUE, { batchSize: 1 });
    if (job === undefined) return null;
    return {
      runId: job.data.runId,
      putBack: async () => {},
      keepAlive: async () => void (await boss.touch(QUEUE, job.id)),
      done: async () => void (await boss.complete(QUEUE, job.id)),
    };
  };
  return {
    add: async (tx, runId) => void (await boss.send(QUEUE, { runId }, { db: fromKysely(tx) })),
    take,
    wake: () => {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => void listeners.push(listener),
    pollMilliseconds: 500,
    takeoverSeconds: HEARTBEAT_SECONDS + MONITOR_SECONDS,
    close: async () => boss.stop({ graceful: false }),
  };
}

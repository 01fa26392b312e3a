import { createHash } from "node:crypto";
import type { Refusal } from "../problems.ts";
import type { Database } from "./database.ts";
import { addEvent, type RunEventType } from "./run-events.ts";
import { findRun, holdRun, isOver, type RunRow } from "./runs.ts";
import type { Store } from "./store.ts";
import type { AttemptEnd, Instant, RunState } from "./tables.ts";
import { queueRunFinished } from "./webhooks.ts";

/** How often a run may take its solver process with it, and how often it may be lost with whoever held it, before it is stopped. */
export interface AttemptLimits {
  readonly crashes: number;
  readonly losses: number;
}

/** An attempt at a run; its number is the fencing token: what an attempt says counts only while it is the run's last. */
export interface Attempt {
  readonly runId: string;
  readonly number: number;
}

/** A file that a run leaves, ready to be sent. */
export interface Artifact {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** How a run ended. */
export interface RunEnd {
  readonly state: Exclude<RunState, "queued" | "solving">;
  readonly quality: string;
  readonly stoppedBy: string | null;
  readonly summary: unknown;
  readonly problem: Refusal | null;
  readonly artifacts: readonly Artifact[];
}

const POISON: Refusal = {
  code: "attempts-exhausted",
  detail: "Every attempt at this run ended with its solver process; it is not tried again.",
};

/** Starts the next attempt at a run; `null` where there is nothing to do any more: it is over, gone, or ends now as poison. */
export async function startAttempt(
  tx: Database,
  runId: string,
  worker: string,
  limits: AttemptLimits,
  at: Instant,
): Promise<{ readonly run: RunRow; readonly attempt: Attempt } | null> {
  const run = await holdRun(tx, runId);
  if (run === null || isOver(run.state)) return null;
  // Whoever held it before has been taken for lost.
  if (run.state === "solving") await endRow(tx, { runId, number: run.attempt }, "lost", at);
  if (run.cancel_requested === 1) {
    await close(tx, runId, { ...NOTHING, state: "cancelled", stoppedBy: "cancel" }, at);
    return null;
  }
  if (await isExhausted(tx, runId, limits)) {
    await close(tx, runId, { ...NOTHING, state: "failed", stoppedBy: "error", problem: POISON }, at);
    return null;
  }
  const number = run.attempt + 1;
  await tx
    .insertInto("attempts")
    .values({ run_id: runId, number, worker, started_at: at, ended_at: null, ended_as: null })
    .execute();
  const started = { state: "solving", attempt: number, started_at: run.started_at ?? at } as const;
  await tx.updateTable("runs").set(started).where("id", "=", runId).execute();
  await addEvent(tx, runId, "state", { state: "solving", attempt: number }, at);
  return { run: { ...run, ...started }, attempt: { runId, number } };
}

const NOTHING = { quality: "none", summary: null, problem: null, artifacts: [] } as const;

/** Takes the run for the transaction where the attempt is still the one that counts. */
async function holdCurrent(tx: Database, { runId, number }: Attempt): Promise<RunRow | null> {
  const run = await holdRun(tx, runId);
  return run !== null && run.state === "solving" && run.attempt === number ? run : null;
}

/** Adds an event of an attempt; false where the attempt no longer counts. */
export async function addAttemptEvent(
  tx: Database,
  attempt: Attempt,
  type: RunEventType,
  data: unknown,
  at: Instant,
): Promise<boolean> {
  if ((await holdCurrent(tx, attempt)) === null) return false;
  await addEvent(tx, attempt.runId, type, data, at);
  return true;
}

/** Ends a run with what an attempt made of it; false where the attempt no longer counts, and then nothing is kept of it. */
export async function finishRun(tx: Database, attempt: Attempt, end: RunEnd, at: Instant): Promise<boolean> {
  if ((await holdCurrent(tx, attempt)) === null) return false;
  await endRow(tx, attempt, "finished", at);
  await close(tx, attempt.runId, end, at);
  return true;
}

/**
 * Ends an attempt that came to nothing: the run is queued again, or ends where it was cancelled or has used up its attempts. Answers what
 * became of the run, `null` where the attempt no longer counts.
 */
export async function giveUpAttempt(
  tx: Database,
  { queue }: Pick<Store, "queue">,
  attempt: Attempt,
  as: Exclude<AttemptEnd, "finished">,
  limits: AttemptLimits,
  at: Instant,
): Promise<RunState | null> {
  const run = await holdCurrent(tx, attempt);
  if (run === null) return null;
  const { runId } = attempt;
  await endRow(tx, attempt, as, at);
  if (run.cancel_requested === 1) {
    await close(tx, runId, { ...NOTHING, state: "cancelled", stoppedBy: "cancel" }, at);
  } else if (await isExhausted(tx, runId, limits)) {
    await close(tx, runId, { ...NOTHING, state: "failed", stoppedBy: "error", problem: POISON }, at);
  } else {
    await tx.updateTable("runs").set({ state: "queued" }).where("id", "=", runId).execute();
    await addEvent(tx, runId, "state", { state: "queued", attempt: attempt.number, because: as }, at);
    await queue.add(tx, runId);
  }
  return (await findRun(tx, runId))?.state ?? null;
}

async function isExhausted(tx: Database, runId: string, limits: AttemptLimits): Promise<boolean> {
  const ends = await tx.selectFrom("attempts").select("ended_as").where("run_id", "=", runId).execute();
  const count = (...kinds: AttemptEnd[]) => ends.filter(({ ended_as }) => ended_as !== null && kinds.includes(ended_as)).length;
  return count("crashed", "timed-out") >= limits.crashes || count("lost") >= limits.losses;
}

async function endRow(tx: Database, { runId, number }: Attempt, as: AttemptEnd, at: Instant): Promise<void> {
  const ended = { ended_at: at, ended_as: as };
  await tx
    .updateTable("attempts")
    .set(ended)
    .where("run_id", "=", runId)
    .where("number", "=", number)
    .where("ended_as", "is", null)
    .execute();
}

async function close(tx: Database, runId: string, end: RunEnd, at: Instant): Promise<void> {
  for (const { name, mediaType, bytes } of end.artifacts) {
    const digest = createHash("sha256").update(bytes).digest("hex");
    await tx.insertInto("artifacts").values({ run_id: runId, name, media_type: mediaType, digest, bytes }).execute();
  }
  const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx
    .updateTable("runs")
    .set({
      state: end.state,
      quality: end.quality,
      stopped_by: end.stoppedBy,
      ended_at: at,
      summary: text(end.summary),
      problem: text(end.problem),
    })
    .where("id", "=", runId)
    .execute();
  const { state, quality, stoppedBy } = end;
  await addEvent(tx, runId, "state", { state, quality, stoppedBy }, at);
  await queueRunFinished(tx, { runId, state, quality, stoppedBy }, at);
}

/** The runs that are being solved, by their current attempt. */
export async function listSolving(db: Database): Promise<readonly Attempt[]> {
  const rows = await db.selectFrom("runs").select(["id", "attempt"]).where("state", "=", "solving").execute();
  return rows.map(({ id, attempt }) => ({ runId: id, number: attempt }));
}

/** Those of some runs whose end was asked for. */
export async function findCancelled(db: Database, runIds: readonly string[]): Promise<readonly string[]> {
  if (runIds.length === 0) return [];
  const rows = await db.selectFrom("runs").select("id").where("id", "in", runIds).where("cancel_requested", "=", 1).execute();
  return rows.map(({ id }) => id);
}

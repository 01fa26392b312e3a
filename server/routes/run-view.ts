import type { Run } from "../schemas/run.ts";
import type { Database } from "../store/database.ts";
import { lastProgress } from "../store/run-events.ts";
import type { RunRow } from "../store/runs.ts";

/** A run in a list: without its progress. */
export function listedRun(row: RunRow): Run {
  const value = (text: string | null) => (text === null ? null : JSON.parse(text));
  return {
    id: row.id,
    roundId: row.round_id,
    task: row.task,
    state: row.state,
    // Both are written from the closed lists of a result.
    quality: row.quality as Run["quality"],
    stoppedBy: row.stopped_by as Run["stoppedBy"],
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    attempt: row.attempt,
    cancelRequested: row.cancel_requested === 1,
    progress: null,
    summary: value(row.summary),
    problem: value(row.problem),
    request: JSON.parse(row.request),
  };
}

/** A run with the last moment told of it. */
export async function wholeRun(db: Database, row: RunRow): Promise<Run> {
  return { ...listedRun(row), progress: (await lastProgress(db, row.id)) as Run["progress"] };
}

/** The entity tag of a run: it changes with everything that is told of it. */
export function runTag(row: RunRow): string {
  return `"${row.id}.${row.version}"`;
}

import type { Plan } from "../schemas/plan.ts";
import type { PlanHead } from "../store/plans.ts";

export const NO_PLAN = { code: "not-found", detail: "There is no plan with this id." } as const;

export const ERASED = {
  code: "data-erased",
  detail: "Personal data are kept for the time the law allows; the digests stay.",
} as const;

/** A plan as a caller sees it. */
export function plan(row: PlanHead): Plan {
  return {
    id: row.id,
    runId: row.run_id,
    roundId: row.round_id,
    name: row.name,
    createdAt: row.created_at,
    createdBy: row.created_by,
    state: row.state,
    summary: JSON.parse(row.summary),
    head: row.head,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    decision: row.decision === null ? null : JSON.parse(row.decision),
    dataRoundId: row.data_round_id,
    erasedAt: row.erased_at,
  };
}

/** The entity tag of a plan: publishing needs it in `If-Match`. */
export function planTag(row: PlanHead): string {
  return `"${row.id}.${row.version}"`;
}

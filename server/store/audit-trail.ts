import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

export type AuditRow = Selectable<Tables["audit"]>;

/** Which acts are listed, the newest first. */
export interface AuditQuery {
  readonly limit: number;
  /** Only those before this one. */
  readonly before?: number | undefined;
  /** By kind and id: `plan 3f..`. */
  readonly subject?: string | undefined;
}

/** A part of the audit trail; `next` is the `before` of the part after it. */
export async function listAudit(
  db: Database,
  { limit, before, subject }: AuditQuery,
): Promise<{ readonly rows: readonly AuditRow[]; readonly next: number | null }> {
  let query = db.selectFrom("audit").selectAll();
  if (before !== undefined) query = query.where("number", "<", before);
  if (subject !== undefined) query = query.where("subject", "=", subject);
  const rows = await query
    .orderBy("number", "desc")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null };
}

/** How many acts there are, and of how many retention has taken the detail. */
export async function countAudit(db: Database): Promise<{ readonly acts: number; readonly erased: number }> {
  const { acts, kept } = await db
    .selectFrom("audit")
    .select(({ fn }) => [fn.countAll().as("acts"), fn.count("detail").as("kept")])
    .executeTakeFirstOrThrow();
  return { acts: Number(acts), erased: Number(acts) - Number(kept) };
}

import { randomUUID } from "node:crypto";
import type { RoundCheck } from "../schemas/round.ts";
import { recordAudit } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { createRound } from "../store/rounds.ts";

/** A checked round to be stored. */
export interface NewRound {
  readonly check: RoundCheck;
  /** gzip of its JSON. */
  readonly body: Uint8Array;
  readonly parentId?: string;
  /** Since when its data are held, where that is not now: those of a scenario came with its parent. */
  readonly dataSince?: string;
  readonly lineage?: unknown;
}

/** Stores a checked round and records who did; answers its id. */
export async function storeRound(
  tx: Database,
  { check, body, parentId, dataSince, lineage }: NewRound,
  by: string,
  at: string,
): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    name: check.name,
    hash: check.hash,
    created_at: at,
    created_by: by,
    parent_id: parentId ?? null,
    data_since: dataSince ?? at,
    lineage: lineage === undefined ? null : JSON.stringify(lineage),
    sizes: JSON.stringify(check.sizes),
    issues: JSON.stringify(check.issues),
    errors: check.issueCount.errors,
    warnings: check.issueCount.warnings,
  };
  await createRound(tx, row, body);
  await recordAudit(tx, { at, actor: by, action: "round-created", subject: `round ${id}`, detail: { hash: check.hash } });
  return id;
}

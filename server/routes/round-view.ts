import type { ListedRound, StoredRound } from "../schemas/round.ts";
import type { RoundRow } from "../store/rounds.ts";

/** A stored round in a list. */
export function listedRound(row: RoundRow): ListedRound {
  return {
    id: row.id,
    name: row.name,
    hash: row.hash,
    createdAt: row.created_at,
    createdBy: row.created_by,
    parentId: row.parent_id,
    sizes: JSON.parse(row.sizes),
    issueCount: { errors: row.errors, warnings: row.warnings },
  };
}

/** A stored round with its issues. */
export function storedRound(row: RoundRow): StoredRound {
  return {
    ...listedRound(row),
    issues: JSON.parse(row.issues),
    ...(row.lineage === null ? {} : { lineage: JSON.parse(row.lineage) }),
  };
}

import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Something somebody did. `detail` is what retention may take away later. */
export interface Act {
  readonly at: string;
  /** The id of the key, or `service`. */
  readonly actor: string;
  readonly action: string;
  /** What was acted on, by kind and id. */
  readonly subject: string;
  readonly detail?: unknown;
}

const FIRST = "0".repeat(64);

function digestOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/** Adds an act to the audit trail, in the transaction of the act itself. */
export async function recordAudit(tx: Database, act: Act): Promise<void> {
  // Whoever updates this row first goes first: on PostgreSQL several processes may act at once.
  const head = await tx
    .insertInto("facts")
    .values({ name: "audit-head", value: `0 ${FIRST}` })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: sql`facts.value` }))
    .returning("value")
    .executeTakeFirstOrThrow();
  const [last = "0", previous = FIRST] = head.value.split(" ");
  const number = Number(last) + 1;
  const detail = JSON.stringify(act.detail ?? {});
  const salt = randomBytes(16).toString("hex");
  const detailDigest = digestOf(salt, detail);
  const { at, actor, action, subject } = act;
  const digest = digestOf(previous, String(number), at, actor, action, subject, detailDigest);
  await tx
    .insertInto("audit")
    .values({ number, at, actor, action, subject, detail, salt, detail_digest: detailDigest, digest })
    .execute();
  await tx
    .updateTable("facts")
    .set({ value: `${number} ${digest}` })
    .where("name", "=", "audit-head")
    .execute();
}

/** The number of the first row that does not follow from the one before, or whose detail was changed; `null`: the chain holds. */
export async function findBrokenAudit(db: Database): Promise<number | null> {
  const rows = await db.selectFrom("audit").selectAll().orderBy("number").execute();
  let previous = FIRST;
  for (const [index, row] of rows.entries()) {
    const { number, at, actor, action, subject, detail, salt, detail_digest } = row;
    const follows = digestOf(previous, String(number), at, actor, action, subject, detail_digest) === row.digest;
    const kept = detail === null || salt === null || digestOf(salt, detail) === detail_digest;
    if (number !== index + 1 || !follows || !kept) return number;
    previous = row.digest;
  }
  const head = await db.selectFrom("facts").select("value").where("name", "=", "audit-head").executeTakeFirst();
  return head === undefined || head.value === `${rows.length} ${previous}` ? null : rows.length;
}

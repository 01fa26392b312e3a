import type { Database } from "./database.ts";
import type { Instant } from "./tables.ts";

/** A request that its caller may send again. */
export interface IdempotentRequest {
  /** Key id and route: two callers may use the same key. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the body. */
  readonly fingerprint: string;
}

/** What is known of such a request: `subject` is what it made the first time. */
export type Earlier =
  | { readonly status: "new" }
  | { readonly status: "same"; readonly subject: string }
  | { readonly status: "other" };

/** Whether the request was answered before. */
export async function findEarlier(db: Database, { scope, key, fingerprint }: IdempotentRequest): Promise<Earlier> {
  const row = await db
    .selectFrom("idempotency_keys")
    .select(["fingerprint", "subject"])
    .where("scope", "=", scope)
    .where("key", "=", key)
    .executeTakeFirst();
  if (row === undefined) return { status: "new" };
  return row.fingerprint === fingerprint ? { status: "same", subject: row.subject } : { status: "other" };
}

/** Remembers a request in the transaction that makes its subject; anything but `new` means that another came first: roll back. */
export async function rememberRequest(tx: Database, request: IdempotentRequest, subject: string, at: Instant): Promise<Earlier> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto("idempotency_keys")
    .values({ ...request, subject, created_at: at })
    .onConflict((conflict) => conflict.columns(["scope", "key"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n ? { status: "new" } : findEarlier(tx, request);
}

/** Forgets requests older than an instant. */
export async function forgetRequests(db: Database, before: Instant): Promise<void> {
  await db.deleteFrom("idempotency_keys").where("created_at", "<", before).execute();
}

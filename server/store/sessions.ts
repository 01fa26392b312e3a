import type { ApiKeyRow } from "./api-keys.ts";
import type { Database } from "./database.ts";
import type { Instant } from "./tables.ts";

/** Opens a session of a key; only the digest of its token is kept. */
export async function createSession(
  tx: Database,
  tokenHash: string,
  keyId: string,
  at: Instant,
  expiresAt: Instant,
): Promise<void> {
  await tx.deleteFrom("sessions").where("expires_at", "<", at).execute();
  await tx
    .insertInto("sessions")
    .values({ token_hash: tokenHash, key_id: keyId, created_at: at, expires_at: expiresAt })
    .execute();
}

/** The key of a session that has not expired. */
export async function findSessionKey(
  db: Database,
  tokenHash: string,
  at: Instant,
): Promise<{ readonly key: ApiKeyRow; readonly expiresAt: Instant } | null> {
  const row = await db
    .selectFrom("sessions")
    .innerJoin("api_keys", "api_keys.id", "sessions.key_id")
    .selectAll("api_keys")
    .select("sessions.expires_at as session_expires_at")
    .where("token_hash", "=", tokenHash)
    .where("sessions.expires_at", ">", at)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { session_expires_at, ...key } = row;
  return { key, expiresAt: session_expires_at };
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
}

import { type ApiKeyRow, findApiKey } from "../store/api-keys.ts";
import type { Database } from "../store/database.ts";
import { findSessionKey } from "../store/sessions.ts";
import { isRole, type Role } from "./roles.ts";
import { hashSecret, isSecretOf, readKey } from "./secrets.ts";

/** Who sent a request. */
export interface Caller {
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  readonly requestsPerMinute: number;
  /** `session`: the page's cookie, which browsers also send when another site asks them to. */
  readonly by: "key" | "session";
}

/** The caller of a key's text; `null` where it is none, unknown, expired or revoked. */
export async function callerOfKey(db: Database, text: string, now: string): Promise<Caller | null> {
  const read = readKey(text);
  if (read === null) return null;
  const row = await findApiKey(db, read.id);
  return row !== null && isSecretOf(read.secret, row.secret_hash) ? callerOf(row, "key", now) : null;
}

/** The caller of a session's token. */
export async function callerOfSession(db: Database, token: string, now: string): Promise<Caller | null> {
  const found = await findSessionKey(db, hashSecret(token), now);
  return found === null ? null : callerOf(found.key, "session", now);
}

function callerOf(row: ApiKeyRow, by: Caller["by"], now: string): Caller | null {
  const isOver = row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now);
  if (isOver || !isRole(row.role)) return null;
  return { keyId: row.id, name: row.name, role: row.role, requestsPerMinute: row.requests_per_minute, by };
}

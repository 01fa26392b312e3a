import type { Now } from "../clock.ts";
import { createApiKey, hasNoApiKey } from "../store/api-keys.ts";
import { recordAudit } from "../store/audit.ts";
import type { Store } from "../store/store.ts";
import { makeKey } from "./secrets.ts";

/** Of keys that are made without a limit of their own. */
export const DEFAULT_REQUESTS_PER_MINUTE = 6_000;

/** On an empty store makes one key that may do everything, and answers its text; elsewhere `null`. Of several that start at once one makes it. */
export async function makeFirstKey({ db }: Store, now: Now): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    const first = await tx
      .insertInto("facts")
      .values({ name: "first-key", value: now() })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .executeTakeFirst();
    if ((first.numInsertedOrUpdatedRows ?? 0n) === 0n || !(await hasNoApiKey(tx))) return null;
    const { id, text, secretHash } = makeKey();
    await createApiKey(tx, {
      id,
      name: "first key",
      role: "admin",
      secret_hash: secretHash,
      created_at: now(),
      expires_at: null,
      revoked_at: null,
      requests_per_minute: DEFAULT_REQUESTS_PER_MINUTE,
    });
    await recordAudit(tx, {
      at: now(),
      actor: "service",
      action: "key-created",
      subject: `key ${id}`,
      detail: { role: "admin" },
    });
    return text;
  });
}

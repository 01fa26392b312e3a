import type { Role } from "../../server/auth/roles.ts";
import { makeKey } from "../../server/auth/secrets.ts";
import { createApiKey } from "../../server/store/api-keys.ts";
import type { Store } from "../../server/store/store.ts";

/** Adds a key without a limit of its own, to a store that is opened for it; answers its text. */
export async function addCampaignKey(openStore: () => Promise<Store>, role: Role = "plan"): Promise<string> {
  const store = await openStore();
  const { id, text, secretHash } = makeKey();
  const row = { id, name: "campaign", role, secret_hash: secretHash, expires_at: null, revoked_at: null };
  await createApiKey(store.db, { ...row, created_at: new Date().toISOString(), requests_per_minute: 1_000_000 });
  await store.close();
  return text;
}

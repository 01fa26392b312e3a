import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { callerOf } from "../auth/authenticate.ts";
import { RefusalError } from "../plugins/small-json.ts";
import type { Refusal } from "../problems.ts";
import type { Database } from "../store/database.ts";
import type { Earlier, IdempotentRequest } from "../store/idempotency.ts";
import { findEarlier, rememberRequest } from "../store/idempotency.ts";

const HEADER = "idempotency-key";
const KEY = /^[\x21-\x7e]{1,255}$/;

const REUSED: Refusal = { code: "idempotency-key-reused", detail: "Nothing was made. The same key is only for the same body." };
const IN_PROGRESS: Refusal = { code: "request-in-progress", detail: "Nothing was made a second time.", retryAfterSeconds: 1 };

/** Requests that are being answered in this process, by scope and key. */
const inProgress = new Set<string>();

/** The request's `Idempotency-Key` with the digest of its body; `null` where it has none. */
function idempotencyOf(request: FastifyRequest, body: Uint8Array): IdempotentRequest | null {
  const key = request.headers[HEADER];
  if (key === undefined) return null;
  if (typeof key !== "string" || !KEY.test(key)) {
    throw new RefusalError({ code: "request-malformed", detail: "An Idempotency-Key is 1 to 255 visible ASCII characters." });
  }
  const scope = `${callerOf(request).keyId} ${request.method} ${request.routeOptions.url}`;
  return { scope, key, fingerprint: createHash("sha256").update(body).digest("hex") };
}

/**
 * Makes something once per `Idempotency-Key`: `make` answers its id, and remembers the request in its own transaction by calling what it
 * is handed there. The same request again gets the id of the first; another body under the same key is refused, and so is a second
 * request while the first is being answered.
 */
export async function makeOnce(
  db: Database,
  request: FastifyRequest,
  body: Uint8Array,
  now: string,
  make: (remember: (tx: Database, subject: string) => Promise<void>) => Promise<string | null>,
): Promise<string | null> {
  const idempotent = idempotencyOf(request, body);
  if (idempotent === null) return make(async () => {});
  const earlier = subjectOf(await findEarlier(db, idempotent));
  if (earlier !== null) return earlier;
  const name = `${idempotent.scope} ${idempotent.key}`;
  if (inProgress.has(name)) throw new RefusalError(IN_PROGRESS);
  inProgress.add(name);
  try {
    return await make(async (tx, subject) => {
      // Another process was faster: this one's transaction is rolled back, and the caller told to ask again.
      if ((await rememberRequest(tx, idempotent, subject, now)).status !== "new") throw new RefusalError(IN_PROGRESS);
    });
  } finally {
    inProgress.delete(name);
  }
}

function subjectOf(earlier: Earlier): string | null {
  if (earlier.status === "other") throw new RefusalError(REUSED);
  return earlier.status === "same" ? earlier.subject : null;
}

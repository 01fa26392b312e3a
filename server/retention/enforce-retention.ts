import type { FastifyBaseLogger } from "fastify";
import type { Now } from "../clock.ts";
import { recordAudit } from "../store/audit.ts";
import { forgetRequests } from "../store/idempotency.ts";
import { type Erased, eraseBefore } from "../store/retention.ts";
import type { Store } from "../store/store.ts";
import { forgetDeliveries } from "../store/webhooks.ts";

/** The law's three years (Art. 12 §2), counted in days so that no leap year makes them longer. */
export const MOST_RETENTION_DAYS = 1_095;

const MILLISECONDS_PER_DAY = 86_400_000;
const CHECK_MILLISECONDS = 3_600_000;
/** A caller who sends a request again does so within a week. */
const IDEMPOTENCY_DAYS = 7;

/** The log of messages to other systems. */
const DELIVERY_DAYS = 90;

/** The moment before which nothing personal is kept. */
export function retentionStart(now: string, days: number): string {
  return new Date(Date.parse(now) - Math.min(days, MOST_RETENTION_DAYS) * MILLISECONDS_PER_DAY).toISOString();
}

/** Erases what is older than is kept, and records how much in the audit trail where there was anything; forgets old idempotency keys. */
export async function enforceRetention({ db }: Pick<Store, "db">, days: number, now: string, actor: string): Promise<Erased> {
  return db.transaction().execute(async (tx) => {
    const before = retentionStart(now, days);
    const erased = await eraseBefore(tx, before, now);
    await forgetDeliveries(tx, retentionStart(now, Math.min(days, DELIVERY_DAYS)));
    await forgetRequests(tx, retentionStart(now, Math.min(days, IDEMPOTENCY_DAYS)));
    const any = Object.values(erased).some((count) => count > 0);
    if (any)
      await recordAudit(tx, { at: now, actor, action: "retention-enforced", subject: "store", detail: { before, ...erased } });
    return erased;
  });
}

/** Enforces retention now and every hour, until the service begins to stop. */
export function keepRetention(store: Store, days: number, now: Now, logger: FastifyBaseLogger, stopping: AbortSignal): void {
  const enforce = () =>
    enforceRetention(store, days, now(), "service").then(
      (erased) => logger.info({ erased }, "retention enforced"),
      (error: unknown) => logger.error({ err: error }, "retention cannot be enforced"),
    );
  void enforce();
  const timer = setInterval(() => void enforce(), CHECK_MILLISECONDS).unref();
  stopping.addEventListener("abort", () => clearInterval(timer));
}

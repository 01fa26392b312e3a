import type { FastifyBaseLogger } from "fastify";
import { type Now, secondsAfter } from "../clock.ts";
import type { Store } from "../store/store.ts";
import { type DueDelivery, endWebhook, recordDelivery, takeDueDeliveries } from "../store/webhooks.ts";
import { type SendOutcome, type SendSettings, sendWebhook } from "./send-webhook.ts";
import { webhookHeaders } from "./sign-webhook.ts";

/** What sending works with. */
export interface SenderPorts {
  readonly store: Store;
  readonly now: Now;
  readonly logger: FastifyBaseLogger;
  readonly stopping: AbortSignal;
  readonly settings: SendSettings;
}

const POLL_MILLISECONDS = 1_000;
const MOST_AT_ONCE = 20;
/** A message whose sender died is sent again after this. */
const LEASE_SECONDS = 60;
/** Until the next attempt, after each that failed (Standard Webhooks): three days in all. */
export const RETRY_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
const GONE = 410;

/** Sends what is due, every second, until the service begins to stop. Several processes may do so on one store. */
export function startWebhookSender(ports: SenderPorts): void {
  const { store, now, logger, stopping } = ports;
  const again = () => {
    if (!stopping.aborted) setTimeout(() => void send(), POLL_MILLISECONDS).unref();
  };
  const send = async () => {
    try {
      const due = await takeDueDeliveries(store.db, now(), secondsAfter(now(), LEASE_SECONDS), MOST_AT_ONCE);
      await Promise.all(due.map((delivery) => deliver(ports, delivery)));
    } catch (error) {
      if (!stopping.aborted) logger.error({ err: error }, "webhooks cannot be sent");
    }
    again();
  };
  again();
}

async function deliver({ store, now, logger, settings }: SenderPorts, delivery: DueDelivery): Promise<void> {
  const { id, webhook_id, url, secret, body, attempts } = delivery;
  const headers = webhookHeaders(secret, id, Math.floor(Date.parse(now()) / 1000), body);
  const outcome = await sendWebhook(url, headers, body, settings);
  const text = "status" in outcome ? `answered ${outcome.status}` : outcome.failure;
  logger.info({ webhook: webhook_id, message: id, attempt: attempts, outcome: text }, "webhook sent");
  if (isDelivered(outcome)) return recordDelivery(store.db, id, "delivered", text, null);
  const wait = RETRY_SECONDS[attempts - 1];
  await store.db.transaction().execute(async (tx) => {
    if (wait === undefined) await recordDelivery(tx, id, "failed", text, null);
    else await recordDelivery(tx, id, "pending", text, secondsAfter(now(), wait));
    if ("status" in outcome && outcome.status === GONE) await endWebhook(tx, webhook_id, "gone", now());
  });
}

function isDelivered(outcome: SendOutcome): boolean {
  return "status" in outcome && outcome.status >= 200 && outcome.status < 300;
}

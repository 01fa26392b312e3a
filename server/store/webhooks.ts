import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { DeliveryState, Instant, RunState, Tables } from "./tables.ts";

export type WebhookRow = Selectable<Tables["webhooks"]>;
export type DeliveryRow = Selectable<Tables["webhook_deliveries"]>;

export async function createWebhook(tx: Database, row: WebhookRow): Promise<void> {
  await tx.insertInto("webhooks").values(row).execute();
}

/** Those that are told, newest first, and those that no longer are. */
export async function listWebhooks(db: Database): Promise<readonly WebhookRow[]> {
  return db.selectFrom("webhooks").selectAll().orderBy("created_at", "desc").orderBy("id").execute();
}

/** Sends nothing more to a webhook; false where there is none that is told. */
export async function endWebhook(
  tx: Database,
  id: string,
  because: NonNullable<WebhookRow["ended_because"]>,
  at: Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable("webhooks")
    .set({ ended_at: at, ended_because: because })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  const failed = { state: "failed", last_outcome: `webhook ${because}` } as const;
  await tx.updateTable("webhook_deliveries").set(failed).where("webhook_id", "=", id).where("state", "=", "pending").execute();
  return true;
}

/** What is known of a run's end; nothing about a person. */
export interface FinishedRun {
  readonly runId: string;
  readonly state: RunState;
  readonly quality: string;
  readonly stoppedBy: string | null;
}

/** Queues the message of a run's end for every webhook, in the transaction that ends it: it is sent if and only if the run has ended. */
export async function queueRunFinished(tx: Database, run: FinishedRun, at: Instant): Promise<void> {
  const told = await tx.selectFrom("webhooks").select("id").where("ended_at", "is", null).execute();
  if (told.length === 0) return;
  const body = JSON.stringify({ type: "run.finished", timestamp: at, data: run });
  const rows = told.map(({ id }) => ({
    ...{ id: `msg_${randomUUID()}`, webhook_id: id, run_id: run.runId, body, created_at: at },
    ...({ state: "pending", attempts: 0, next_at: at, last_outcome: null } as const),
  }));
  await tx.insertInto("webhook_deliveries").values(rows).execute();
}

/** A message to be sent now, with where and how. */
export type DueDelivery = Pick<DeliveryRow, "id" | "webhook_id" | "body" | "attempts"> & Pick<WebhookRow, "url" | "secret">;

/** Takes the messages that are due for whoever sends them; unless they say how it went by `until`, they are due again. */
export async function takeDueDeliveries(
  db: Database,
  at: Instant,
  until: Instant,
  most: number,
): Promise<readonly DueDelivery[]> {
  const due = await db
    .selectFrom("webhook_deliveries as delivery")
    .innerJoin("webhooks as webhook", "webhook.id", "delivery.webhook_id")
    .select(["delivery.id", "delivery.webhook_id", "delivery.body", "delivery.attempts", "webhook.url", "webhook.secret"])
    .where("delivery.state", "=", "pending")
    .where("delivery.next_at", "<=", at)
    .orderBy("delivery.next_at")
    .limit(most)
    .execute();
  const taken: DueDelivery[] = [];
  for (const delivery of due) {
    const { numUpdatedRows } = await db
      .updateTable("webhook_deliveries")
      .set({ next_at: until, attempts: delivery.attempts + 1 })
      .where("id", "=", delivery.id)
      .where("state", "=", "pending")
      // Another process was faster where this has grown.
      .where("attempts", "=", delivery.attempts)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) taken.push({ ...delivery, attempts: delivery.attempts + 1 });
  }
  return taken;
}

/** What became of an attempt; `nextAt` where there is another. */
export async function recordDelivery(
  tx: Database,
  id: string,
  state: DeliveryState,
  outcome: string,
  nextAt: Instant | null,
): Promise<void> {
  const again = nextAt === null ? {} : { next_at: nextAt };
  await tx
    .updateTable("webhook_deliveries")
    .set({ state, last_outcome: outcome, ...again })
    .where("id", "=", id)
    .where("state", "=", "pending")
    .execute();
}

/** The messages to a webhook, newest first. */
export async function listDeliveries(db: Database, webhookId: string, limit: number): Promise<readonly DeliveryRow[]> {
  return db
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("webhook_id", "=", webhookId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Forgets messages older than an instant. */
export async function forgetDeliveries(db: Database, before: Instant): Promise<void> {
  await db.deleteFrom("webhook_deliveries").where("created_at", "<", before).execute();
}

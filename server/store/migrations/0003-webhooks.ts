import type { Migration } from "./migration.ts";

/** Who is told of the end of a run, and what became of telling them. */
export const webhooks: Migration = {
  name: "0003-webhooks",
  statements: () => [
    `create table webhooks (
      id text not null primary key, url text not null, secret text not null, created_at text not null, created_by text not null,
      ended_at text, ended_because text)`,
    `create table webhook_deliveries (
      id text not null primary key, webhook_id text not null references webhooks (id) on delete cascade, run_id text not null,
      body text not null, created_at text not null, state text not null, attempts integer not null, next_at text not null,
      last_outcome text)`,
    "create index webhook_deliveries_due on webhook_deliveries (state, next_at)",
    "create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, created_at)",
  ],
};

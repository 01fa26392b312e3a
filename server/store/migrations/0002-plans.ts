import type { Migration } from "./migration.ts";

/** Plans, and since when the service holds the data of a round, whichever round they came in first. */
export const plans: Migration = {
  name: "0002-plans",
  statements: ({ bytes }) => [
    `create table plans (
      id text not null primary key, run_id text not null, round_id text not null, name text not null, created_at text not null,
      created_by text not null, data_since text not null, state text not null, version integer not null, summary text not null,
      bundle ${bytes}, remains ${bytes} not null, head text not null, published_at text, published_by text, decision text, data_round_id text,
      erased_at text)`,
    "create index plans_by_time on plans (created_at, id)",
    "create index plans_by_age on plans (data_since)",
    "alter table rounds add column data_since text",
    "update rounds set data_since = created_at",
    "create index rounds_by_age on rounds (data_since)",
    "create index audit_by_time on audit (at)",
  ],
};

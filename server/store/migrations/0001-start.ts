import type { Migration } from "./migration.ts";

/** Rounds, runs, what they made, keys, sessions and the audit trail. What the columns mean stands in `tables.ts`. */
export const start: Migration = {
  name: "0001-start",
  statements: ({ bytes }) => [
    `create table rounds (
      id text not null primary key, name text not null, hash text not null, created_at text not null, created_by text not null,
      parent_id text, lineage text, sizes text not null, issues text not null, errors integer not null, warnings integer not null)`,
    "create index rounds_by_time on rounds (created_at, id)",
    `create table round_bodies (
      round_id text not null primary key references rounds (id) on delete cascade, bytes ${bytes} not null)`,
    `create table runs (
      id text not null primary key, round_id text not null references rounds (id) on delete cascade, task text not null,
      request text not null, created_at text not null, created_by text not null, state text not null, quality text not null,
      stopped_by text, attempt integer not null, cancel_requested integer not null, started_at text, ended_at text, summary text,
      problem text, version integer not null, last_event integer not null)`,
    "create index runs_by_time on runs (created_at, id)",
    "create index runs_by_round on runs (round_id, created_at, id)",
    "create index runs_by_state on runs (state, created_at, id)",
    `create table attempts (
      run_id text not null references runs (id) on delete cascade, number integer not null, worker text not null,
      started_at text not null, ended_at text, ended_as text, primary key (run_id, number))`,
    `create table run_events (
      run_id text not null references runs (id) on delete cascade, number integer not null, at text not null, type text not null,
      data text not null, primary key (run_id, number))`,
    `create table artifacts (
      run_id text not null references runs (id) on delete cascade, name text not null, media_type text not null,
      digest text not null, bytes ${bytes} not null, primary key (run_id, name))`,
    `create table idempotency_keys (
      scope text not null, key text not null, fingerprint text not null, created_at text not null, subject text not null,
      primary key (scope, key))`,
    `create table api_keys (
      id text not null primary key, name text not null, role text not null, secret_hash text not null, created_at text not null,
      expires_at text, revoked_at text, requests_per_minute integer not null)`,
    `create table sessions (
      token_hash text not null primary key, key_id text not null references api_keys (id) on delete cascade,
      created_at text not null, expires_at text not null)`,
    `create table audit (
      number integer not null primary key, at text not null, actor text not null, action text not null, subject text not null,
      detail text, salt text, detail_digest text not null, digest text not null)`,
    "create table facts (name text not null primary key, value text not null)",
  ],
};

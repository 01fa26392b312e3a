/** ISO-8601 in UTC with milliseconds, so that text sorts as time does. */
export type Instant = string;
/** JSON text. */
export type JsonText = string;

/** A stored round: what a list shows; the round itself is in `round_bodies`. */
interface RoundTable {
  readonly id: string;
  /** The round's own id. */
  readonly name: string;
  readonly hash: string;
  readonly created_at: Instant;
  readonly created_by: string;
  readonly parent_id: string | null;
  /** Since when its data are held: those of a scenario came with its parent. */
  readonly data_since: Instant;
  /** Typed patches that made it out of its parent. */
  readonly lineage: JsonText | null;
  readonly sizes: JsonText;
  readonly issues: JsonText;
  readonly errors: number;
  readonly warnings: number;
}

/** gzip of the JSON as it was sent. */
interface RoundBodyTable {
  readonly round_id: string;
  readonly bytes: Uint8Array;
}

export type RunState = "queued" | "solving" | "completed" | "infeasible" | "cancelled" | "failed";

interface RunTable {
  readonly id: string;
  readonly round_id: string;
  readonly task: string;
  /** What was asked besides the round: policy, seed, limits. */
  readonly request: JsonText;
  readonly created_at: Instant;
  readonly created_by: string;
  readonly state: RunState;
  readonly quality: string;
  readonly stopped_by: string | null;
  /** Number of the last attempt, from 1: the fencing token. 0 before the first. */
  readonly attempt: number;
  readonly cancel_requested: number;
  readonly started_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly summary: JsonText | null;
  readonly problem: JsonText | null;
  /** Grows with every change: the entity tag. */
  readonly version: number;
  /** Number of the last event. */
  readonly last_event: number;
}

/** `crashed`: the solver process died of it; `lost`: whoever held it is gone; `released`: handed back by an orderly stop. */
export type AttemptEnd = "finished" | "crashed" | "timed-out" | "lost" | "released";

interface AttemptTable {
  readonly run_id: string;
  readonly number: number;
  readonly worker: string;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly ended_as: AttemptEnd | null;
}

interface RunEventTable {
  readonly run_id: string;
  readonly number: number;
  readonly at: Instant;
  readonly type: string;
  readonly data: JsonText;
}

/** What a finished run can be asked for, ready to be sent: `result`, `placements`, `placements.csv`, `certificate`. */
interface ArtifactTable {
  readonly run_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

interface IdempotencyKeyTable {
  /** Key id and route: two callers may use the same key. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the body. */
  readonly fingerprint: string;
  readonly created_at: Instant;
  /** What the first request made. */
  readonly subject: string;
}

interface ApiKeyTable {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** SHA-256 of the secret, hexadecimal. */
  readonly secret_hash: string;
  readonly created_at: Instant;
  readonly expires_at: Instant | null;
  readonly revoked_at: Instant | null;
  readonly requests_per_minute: number;
}

interface SessionTable {
  readonly token_hash: string;
  readonly key_id: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
}

/** The audit trail; rows are added and never changed, but for `detail` and `salt`, which retention may take away. */
interface AuditTable {
  readonly number: number;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: JsonText | null;
  readonly salt: string | null;
  /** SHA-256 of salt, newline, detail. */
  readonly detail_digest: string;
  /** SHA-256 over the digest of the row before and everything of this row but `detail` and `salt`. */
  readonly digest: string;
}

/** A placement that a decision is to be made of, or was: it holds what it rests on, whatever happens to its round. */
interface PlanTable {
  readonly id: string;
  readonly run_id: string;
  readonly round_id: string;
  /** The round's own id. */
  readonly name: string;
  readonly created_at: Instant;
  readonly created_by: string;
  /** As of its round. */
  readonly data_since: Instant;
  readonly state: "draft" | "published";
  /** Grows with every change: the entity tag. */
  readonly version: number;
  /** Counts that tell nothing about a person. */
  readonly summary: JsonText;
  /** gzip of the bundle (`bundle/1`) of the round as it was solved and its result; retention takes it away. */
  readonly bundle: Uint8Array | null;
  /** gzip of what stays of it then: everything but what says something of a person. */
  readonly remains: Uint8Array;
  /** Last link of the bundle's chain, which both end in. */
  readonly head: string;
  readonly published_at: Instant | null;
  readonly published_by: string | null;
  /** Who decided, and why; retention takes it away. */
  readonly decision: JsonText | null;
  /** The round whose data every person was checked against. */
  readonly data_round_id: string | null;
  readonly erased_at: Instant | null;
}

/** Who is told of the end of every run. */
interface WebhookTable {
  readonly id: string;
  readonly url: string;
  /** 32 random bytes in base64; needed to sign, and shown only once. */
  readonly secret: string;
  readonly created_at: Instant;
  readonly created_by: string;
  /** Since when nothing is sent any more. */
  readonly ended_at: Instant | null;
  /** `deleted`: by an admin. `gone`: it answered 410. */
  readonly ended_because: "deleted" | "gone" | null;
}

export type DeliveryState = "pending" | "delivered" | "failed";

/** One message to one webhook, with what became of it. */
interface WebhookDeliveryTable {
  readonly id: string;
  readonly webhook_id: string;
  readonly run_id: string;
  /** JSON as it is signed and sent; it says nothing about a person. */
  readonly body: JsonText;
  readonly created_at: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it is sent next; while somebody sends it, when it is taken for lost with them. */
  readonly next_at: Instant;
  /** Status or failure of the last attempt. */
  readonly last_outcome: string | null;
}

/** One row per fact about this store as a whole. */
interface FactTable {
  readonly name: string;
  readonly value: string;
}

/** Every table by name; JSON, times and truth values are text and whole numbers, the same on both databases. */
export interface Tables {
  readonly rounds: RoundTable;
  readonly round_bodies: RoundBodyTable;
  readonly runs: RunTable;
  readonly attempts: AttemptTable;
  readonly run_events: RunEventTable;
  readonly artifacts: ArtifactTable;
  readonly idempotency_keys: IdempotencyKeyTable;
  readonly api_keys: ApiKeyTable;
  readonly sessions: SessionTable;
  readonly plans: PlanTable;
  readonly audit: AuditTable;
  readonly webhooks: WebhookTable;
  readonly webhook_deliveries: WebhookDeliveryTable;
  readonly facts: FactTable;
}

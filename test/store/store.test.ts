import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey, findApiKey, hasNoApiKey, revokeApiKey } from "../../server/store/api-keys.ts";
import { findArtifact } from "../../server/store/artifacts.ts";
import { addAttemptEvent, finishRun, giveUpAttempt, type RunEnd, startAttempt } from "../../server/store/attempts.ts";
import { findBrokenAudit, recordAudit } from "../../server/store/audit.ts";
import { findEarlier, rememberRequest } from "../../server/store/idempotency.ts";
import { createRound, deleteRound, findRound, findRoundBody, listRounds } from "../../server/store/rounds.ts";
import { listEvents } from "../../server/store/run-events.ts";
import { createRun, findRun, requestCancel } from "../../server/store/runs.ts";
import { createSession, findSessionKey } from "../../server/store/sessions.ts";
import type { Store } from "../../server/store/store.ts";
import { type ScratchStore, STORE_KINDS, scratchStore } from "./scratch-store.ts";

const AT = "2026-11-24T10:00:00.000Z";
const LATER = "2026-11-24T11:00:00.000Z";
const LIMITS = { crashes: 3, losses: 10 };
const SOLVED: RunEnd = {
  state: "completed",
  quality: "feasible",
  stoppedBy: "time",
  summary: { placed: 1 },
  problem: null,
  artifacts: [{ name: "result", mediaType: "application/json", bytes: Buffer.from("{}") }],
};

describe.each(STORE_KINDS)("the %s store", (kind) => {
  let scratch: ScratchStore;
  let store: Store;
  beforeAll(async () => {
    scratch = await scratchStore(kind);
    store = await scratch.open();
  });
  afterAll(async () => {
    await store.close();
    await scratch.remove();
  });

  let count = 0;
  const newId = () => `id-${String(++count).padStart(4, "0")}`;
  const transaction = <Value>(work: (tx: Store["db"]) => Promise<Value>) => store.db.transaction().execute(work);

  async function makeRound(createdAt = AT): Promise<string> {
    const id = newId();
    const row = {
      ...{
        id,
        name: "r",
        hash: "sha256:0",
        created_at: createdAt,
        created_by: "k",
        parent_id: null,
        data_since: createdAt,
        lineage: null,
      },
      ...{ sizes: "{}", issues: "[]", errors: 0, warnings: 0 },
    };
    await transaction((tx) => createRound(tx, row, Buffer.from([0, 255, 1])));
    return id;
  }

  async function makeRun(roundId: string): Promise<string> {
    const id = newId();
    await transaction((tx) => createRun(tx, store, { id, roundId, task: "place", request: {}, createdBy: "k", at: AT }));
    return id;
  }

  const begin = (runId: string) => transaction((tx) => startAttempt(tx, runId, "w", LIMITS, AT));
  const giveUp = (runId: string, number: number, as: "crashed" | "lost" | "released") =>
    transaction((tx) => giveUpAttempt(tx, store, { runId, number }, as, LIMITS, AT));

  test("keeps a round and its bytes", async () => {
    const id = await makeRound();
    expect(await findRound(store.db, id)).toMatchObject({ id, name: "r", errors: 0 });
    expect([...((await findRoundBody(store.db, id)) ?? [])]).toEqual([0, 255, 1]);
    expect([await findRound(store.db, "none"), await findRoundBody(store.db, "none")]).toEqual([null, null]);
  });

  test("pages through rounds, newest first, each exactly once, also among those of one moment", async () => {
    for (let made = 0; made < 5; made++) await makeRound(made < 3 ? AT : LATER);
    const all = (await listRounds(store.db, { limit: 100, after: null })).rows.map(({ id }) => id);
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const [createdAt = "", id = ""] = next === null ? [] : Buffer.from(next, "base64url").toString().split(" ");
      const page = await listRounds(store.db, { limit: 2, after: next === null ? null : { createdAt, id } });
      seen.push(...page.rows.map((row) => row.id));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("gives a waiting run to one taker only, in the order of arrival", async () => {
    const round = await makeRound();
    const ids = [await makeRun(round), await makeRun(round)];
    const taken = await Promise.all([store.queue.take(), store.queue.take(), store.queue.take()]);
    expect(taken.map((held) => held?.runId).sort()).toEqual([...ids, undefined].sort());
    for (const held of taken) {
      if (held === null) continue;
      await begin(held.runId);
      await transaction((tx) => finishRun(tx, { runId: held.runId, number: 1 }, SOLVED, AT));
      await held.done();
    }
    expect(await store.queue.take()).toBeNull();
  });

  test("an addition that is rolled back is on no queue", async () => {
    const round = await makeRound();
    await expect(
      transaction(async (tx) => {
        await createRun(tx, store, { id: newId(), roundId: round, task: "place", request: {}, createdBy: "k", at: AT });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await store.queue.take()).toBeNull();
  });

  test("only the current attempt can end a run, and only once", async () => {
    const id = await makeRun(await makeRound());
    expect((await begin(id))?.attempt.number).toBe(1);
    // Another worker took it for lost.
    expect((await begin(id))?.attempt.number).toBe(2);
    const finish = (number: number) => transaction((tx) => finishRun(tx, { runId: id, number }, SOLVED, LATER));
    expect(await transaction((tx) => addAttemptEvent(tx, { runId: id, number: 1 }, "progress", {}, AT))).toBe(false);
    expect([await finish(1), await finish(2), await finish(2)]).toEqual([false, true, false]);
    expect(await findRun(store.db, id)).toMatchObject({ state: "completed", attempt: 2, ended_at: LATER });
    expect((await findArtifact(store.db, id, "result"))?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await begin(id)).toBeNull();
  });

  test("events of a run are numbered without a gap", async () => {
    const id = await makeRun(await makeRound());
    await begin(id);
    for (let step = 0; step < 3; step++)
      await transaction((tx) => addAttemptEvent(tx, { runId: id, number: 1 }, "progress", { step }, AT));
    expect((await listEvents(store.db, id, 0)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect((await listEvents(store.db, id, 3)).map(({ data }) => JSON.parse(data))).toEqual([{ step: 1 }, { step: 2 }]);
  });

  test("a run that takes its process with it three times is stopped as failed", async () => {
    const id = await makeRun(await makeRound());
    const ends: unknown[] = [];
    for (let number = 1; number <= 3; number++) {
      await begin(id);
      ends.push(await giveUp(id, number, "crashed"));
    }
    expect(ends).toEqual(["queued", "queued", "failed"]);
    expect(JSON.parse((await findRun(store.db, id))?.problem ?? "")).toMatchObject({ code: "attempts-exhausted" });
  });

  test("an orderly stop costs a run nothing, and a stale attempt cannot give it up", async () => {
    const id = await makeRun(await makeRound());
    for (let number = 1; number <= 12; number++) {
      await begin(id);
      expect(await giveUp(id, number, "released")).toBe("queued");
    }
    expect(await giveUp(id, 12, "crashed")).toBeNull();
  });

  test("a cancel ends a waiting run at once, marks one that is solved, and changes nothing afterwards", async () => {
    const cancel = (runId: string) => transaction((tx) => requestCancel(tx, runId, LATER));
    const round = await makeRound();
    const [waiting, solving] = [await makeRun(round), await makeRun(round)];
    expect(await cancel(waiting)).toMatchObject({ state: "cancelled", ended_at: LATER });
    await begin(solving);
    expect(await cancel(solving)).toMatchObject({ state: "solving", cancel_requested: 1 });
    expect(await giveUp(solving, 1, "lost")).toBe("cancelled");
    const before = await findRun(store.db, solving);
    expect(await cancel(solving)).toMatchObject({ state: "cancelled", ended_at: before?.ended_at });
    expect(await cancel("none")).toBeNull();
  });

  test("a round is deleted with its runs, but not while one is open", async () => {
    const round = await makeRound();
    const run = await makeRun(round);
    const remove = () => transaction((tx) => deleteRound(tx, round));
    expect(await remove()).toBe("in-use");
    await transaction((tx) => requestCancel(tx, run, AT));
    expect([await remove(), await remove()]).toEqual(["deleted", "not-found"]);
    expect([await findRun(store.db, run), await listEvents(store.db, run, 0)]).toEqual([null, []]);
  });

  test("a request is remembered with what it made", async () => {
    const request = { scope: "k POST /v1/runs", key: "a", fingerprint: "f" };
    expect(await findEarlier(store.db, request)).toEqual({ status: "new" });
    const remember = (fingerprint: string) => transaction((tx) => rememberRequest(tx, { ...request, fingerprint }, "run-1", AT));
    expect(await Promise.all([remember("f"), remember("f")])).toContainEqual({ status: "new" });
    expect(await remember("f")).toEqual({ status: "same", subject: "run-1" });
    expect(await remember("g")).toEqual({ status: "other" });
  });

  test("a revoked key ends its sessions", async () => {
    const key = {
      ...{ id: "k1", name: "n", role: "read", secret_hash: "h", created_at: AT },
      expires_at: null,
      revoked_at: null,
    };
    expect(await hasNoApiKey(store.db)).toBe(true);
    await createApiKey(store.db, { ...key, requests_per_minute: 60 });
    await createSession(store.db, "t", "k1", AT, LATER);
    expect((await findSessionKey(store.db, "t", AT))?.key.id).toBe("k1");
    expect(await findSessionKey(store.db, "t", LATER)).toBeNull();
    expect([await revokeApiKey(store.db, "k1", AT), await revokeApiKey(store.db, "k1", AT)]).toEqual([true, false]);
    expect(await findSessionKey(store.db, "t", AT)).toBeNull();
    expect((await findApiKey(store.db, "k1"))?.revoked_at).toBe(AT);
  });

  test("the audit trail is one chain, whoever writes at the same time, and shows what was changed or taken out", async () => {
    const act = (subject: string) => ({ at: AT, actor: "k", action: "test", subject, detail: { subject } });
    await Promise.all(Array.from({ length: 8 }, (_, index) => transaction((tx) => recordAudit(tx, act(`s${index}`)))));
    expect(await findBrokenAudit(store.db)).toBeNull();
    // Retention takes the detail and its salt; the chain still holds.
    await store.db.updateTable("audit").set({ detail: null, salt: null }).where("number", "=", 3).execute();
    expect(await findBrokenAudit(store.db)).toBeNull();
    await store.db.updateTable("audit").set({ detail: "{}" }).where("number", "=", 5).execute();
    expect(await findBrokenAudit(store.db)).toBe(5);
    await store.db.updateTable("audit").set({ detail: null }).where("number", "=", 5).execute();
    await store.db.deleteFrom("audit").where("number", "=", 8).execute();
    expect(await findBrokenAudit(store.db)).toBe(7);
  });

  test("what was committed is there after it is opened again, and migrating again changes nothing", async () => {
    const id = await makeRound();
    await store.close();
    store = await scratch.open();
    await store.check();
    expect((await findRound(store.db, id))?.id).toBe(id);
  });
});

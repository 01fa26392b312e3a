import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Run } from "../../server/schemas/run.ts";
import { findBrokenAudit } from "../../server/store/audit.ts";
import { findRun } from "../../server/store/runs.ts";
import { call } from "../server/call.ts";
import { longRound, type RunningService, shippedRound, startService, until } from "../server/running-service.ts";
import { STORE_KINDS, scratchStore } from "../store/scratch-store.ts";

const TINY = shippedRound("tiny");
const post = <Body>(service: RunningService, path: string, body: string, headers: Record<string, string> = {}) =>
  call<Body>(service, "POST", path, { body, headers });

test("R4: a full disk is a clean 503 that keeps nothing, and ends with the disk's being full", async () => {
  const scratch = await scratchStore("embedded");
  const service = await startService({ store: await scratch.open(), pool: { readSeconds: 300 } });
  const { db } = service.store;
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(db);
  // One that does not fit into what is left of the last pages.
  const large = JSON.stringify({ ...JSON.parse(shippedRound("intake")), id: "large" });
  const refused = await post<{ code: string }>(service, "/v1/rounds", large);
  expect([refused.status, refused.body.code, refused.headers.get("retry-after")]).toEqual([503, "storage-unavailable", "5"]);
  expect(await db.selectFrom("rounds").selectAll().execute()).toEqual([]);
  expect(await db.selectFrom("audit").selectAll().execute()).toEqual([]);
  expect((await call<unknown>(service, "GET", "/v1/rounds")).status).toBe(200);
  await sql.raw("pragma max_page_count = 1000000").execute(db);
  expect((await post(service, "/v1/rounds", large)).status).toBe(201);
  await service.app.close();
  await scratch.remove();
});

test("R4: a store that can only be read answers what it can, refuses the rest cleanly, and takes it again afterwards", async () => {
  const service = await startService({ runProcesses: 1 });
  const { db } = service.store;
  const { id } = (await post<{ id: string }>(service, "/v1/rounds", TINY)).body;
  await sql`pragma query_only = on`.execute(db);
  const body = JSON.stringify({ roundId: id });
  for (const [path, sent] of [
    ["/v1/rounds", TINY],
    ["/v1/runs", body],
  ] as const) {
    const refused = await post<{ code: string }>(service, path, sent, { "idempotency-key": "once" });
    expect([refused.status, refused.body.code, refused.headers.get("retry-after")]).toEqual([503, "storage-unavailable", "5"]);
  }
  expect((await call<unknown>(service, "GET", "/v1/rounds")).status).toBe(200);
  expect((await call<unknown>(service, "GET", "/health/live")).status).toBe(200);
  await sql`pragma query_only = off`.execute(db);
  const run = await post<Run>(service, "/v1/runs", body, { "idempotency-key": "once" });
  expect(run.status).toBe(202);
  await until(async () => (await findRun(db, run.body.id))?.state === "completed");
  expect((await db.selectFrom("rounds").selectAll().execute()).length).toBe(1);
  await service.app.close();
});

test("R4: a clock that jumps back or forth loses nothing, repeats nothing and breaks no chain", async () => {
  let clock = Date.parse("2026-09-01T08:00:00.000Z");
  const service = await startService({ runProcesses: 1, now: () => new Date(clock).toISOString() });
  const { db } = service.store;
  const { id: roundId } = (await post<{ id: string }>(service, "/v1/rounds", TINY)).body;
  const ids: string[] = [];
  const [hour, day] = [3_600_000, 86_400_000];
  for (const [index, jump] of [0, -day, 40 * day, -hour, 0].entries()) {
    clock += jump;
    const headers = { "idempotency-key": `${index}` };
    const body = JSON.stringify({ roundId, seed: `${index}` });
    const made = (await post<Run>(service, "/v1/runs", body, headers)).body.id;
    clock -= 2 * hour;
    expect((await post<Run>(service, "/v1/runs", body, headers)).body.id).toBe(made);
    ids.push(made);
  }
  await until(async () => (await Promise.all(ids.map((id) => findRun(db, id)))).every((run) => run?.state === "completed"));
  const listed: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path: string = `/v1/runs?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const page: { runs: Run[]; next: string | null } = (
      await call<{ runs: Run[]; next: string | null }>(service, "GET", path, { route: "/v1/runs" })
    ).body;
    listed.push(...page.runs.map(({ id }) => id));
    cursor = page.next;
  }
  expect(listed.toSorted()).toEqual(ids.toSorted());
  expect(await findBrokenAudit(db)).toBeNull();
  await service.app.close();
});

test("R8: a full queue is told at once, with when to come back, and takes runs again when there is room", async () => {
  const service = await startService({ mostQueuedRuns: 2 });
  const round = (await post<{ id: string }>(service, "/v1/rounds", TINY)).body.id;
  const queue = () => post<Run & { code: string }>(service, "/v1/runs", JSON.stringify({ roundId: round }));
  const [first, , third] = [await queue(), await queue(), await queue()];
  expect([third.status, third.body.code, third.headers.get("retry-after")]).toEqual([503, "queue-full", "5"]);
  await call(service, "POST", `/v1/runs/${first.body.id}/cancel`, { route: "/v1/runs/{id}/cancel" });
  expect((await queue()).status).toBe(202);
  await service.app.close();
});

test("R10: a run that does not end in time when it is asked to is killed, and is over", async () => {
  const service = await startService({ runProcesses: 1, stopSeconds: 0, pool: { cancelSeconds: 0 } });
  const { body } = await post<Run>(service, "/v1/runs", JSON.stringify({ round: JSON.parse(longRound(600)) }));
  await until(async () => (await findRun(service.store.db, body.id))?.state === "solving");
  await call(service, "POST", `/v1/runs/${body.id}/cancel`, { route: "/v1/runs/{id}/cancel" });
  await until(async () => (await findRun(service.store.db, body.id))?.state === "cancelled");
  expect(await findRun(service.store.db, body.id)).toMatchObject({ quality: "none", stopped_by: "cancel", attempt: 1 });
  await service.app.close();
});

test.each(STORE_KINDS)(
  "R13: the same round, policy and seed give the same bytes in other processes and whatever the order of the lists, on the %s store",
  async (kind) => {
    const scratch = await scratchStore(kind);
    const service = await startService({ store: await scratch.open(), runProcesses: 1, pool: { recycleAfterJobs: 1 } });
    const given = JSON.parse(TINY);
    const turned = { ...given, candidates: given.candidates.toReversed(), missions: given.missions.toReversed() };
    const bytesOf = async (round: object): Promise<string> => {
      const headers = { authorization: `Bearer ${service.key}`, "content-type": "application/json", prefer: "wait=60" };
      const answer = await fetch(`${service.url}/v1/runs`, { method: "POST", headers, body: JSON.stringify({ round }) });
      expect(answer.status).toBe(200);
      return answer.text();
    };
    expect(new Set([await bytesOf(given), await bytesOf(given), await bytesOf(turned)]).size).toBe(1);
    await service.app.close();
    await scratch.remove();
  },
);

test("a run that is stopped in order with the service is back on the queue for the next start", async () => {
  const scratch = await scratchStore("embedded");
  const first = await startService({ store: await scratch.open(), runProcesses: 1, stopSeconds: 0 });
  const round = { ...JSON.parse(longRound(600)), limits: { seconds: 600 } };
  const { body } = await post<Run>(first, "/v1/runs", JSON.stringify({ round }));
  await until(async () => (await findRun(first.store.db, body.id))?.state === "solving");
  await first.app.close();
  const again = await scratch.open();
  expect(await findRun(again.db, body.id)).toMatchObject({ state: "queued", attempt: 1 });
  const attempts = await again.db.selectFrom("attempts").select("ended_as").execute();
  expect(attempts).toEqual([{ ended_as: "released" }]);
  await again.close();
  await scratch.remove();
});

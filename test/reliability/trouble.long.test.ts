import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Run } from "../../server/schemas/run.ts";
import { findRun } from "../../server/store/runs.ts";
import { call } from "../server/call.ts";
import { longRound, type RunningService, shippedRound, startService, until } from "../server/running-service.ts";
import { scratchStore } from "../store/scratch-store.ts";

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

test("R13: the same round, policy and seed give the same bytes in other processes and whatever the order of the lists", async () => {
  const service = await startService({ runProcesses: 1, pool: { recycleAfterJobs: 1 } });
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
});

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

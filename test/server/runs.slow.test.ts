import readSheets from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Result } from "../../engine/domain/result.ts";
import { WORKBOOK_TYPE } from "../../server/exports/placement-rows.ts";
import { problemSchema } from "../../server/schemas/problem.ts";
import type { StoredRound } from "../../server/schemas/round.ts";
import type { Run } from "../../server/schemas/run.ts";
import { findBrokenAudit } from "../../server/store/audit.ts";
import { type ScratchStore, STORE_KINDS, scratchStore } from "../store/scratch-store.ts";
import { call, expectValidPointers } from "./call.ts";
import { longRound, type RunningService, shippedRound, startService, until } from "./running-service.ts";

const TINY = shippedRound("tiny");

/** Who cannot be placed: a candidate whose mission does not exist. */
function wrongRound(): string {
  const round = JSON.parse(TINY);
  round.candidates[0].choices = ["no-such-mission"];
  return JSON.stringify(round);
}

describe.each(STORE_KINDS)("rounds and runs on the %s store", (kind) => {
  let scratch: ScratchStore;
  let service: RunningService;
  beforeAll(async () => {
    scratch = await scratchStore(kind);
    service = await startService({ store: await scratch.open(), runProcesses: 1, stopSeconds: 0, pool: { cancelSeconds: 50 } });
  });
  afterAll(async () => {
    await service.app.close();
    await scratch.remove();
  });

  const post = <Body>(path: string, body: unknown, headers: Record<string, string> = {}) =>
    call<Body>(service, "POST", path, { body: typeof body === "string" ? body : JSON.stringify(body), headers });
  const get = <Body>(path: string, route: string, headers: Record<string, string> = {}) =>
    call<Body>(service, "GET", path, { route, headers });
  const storeRound = async (text: string) => (await post<StoredRound>("/v1/rounds", text)).body;
  const runOf = (id: string) => get<Run>(`/v1/runs/${id}`, "/v1/runs/{id}");
  const finished = async (id: string) => {
    await until(async () => !["queued", "solving"].includes((await runOf(id)).body.state));
    return (await runOf(id)).body;
  };

  /** Reads an event stream to its end. */
  async function follow(id: string, last?: number): Promise<{ id: number; event: string; data: unknown }[]> {
    const headers = { authorization: `Bearer ${service.key}`, ...(last === undefined ? {} : { "last-event-id": String(last) }) };
    const response = await fetch(`${service.url}/v1/runs/${id}/events`, { headers });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const text = await response.text();
    return [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.*)$/gm)].map(([, number, event = "", data = ""]) => ({
      id: Number(number),
      event,
      data: JSON.parse(data),
    }));
  }

  test("a round is stored, listed, read back as it was sent, and deleted", async () => {
    const { status, headers, body } = await post<StoredRound>("/v1/rounds", TINY);
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/v1/rounds/${body.id}`);
    expect(body).toMatchObject({ name: "tiny", sizes: { candidates: 6, promotions: 2 }, issueCount: { errors: 0 } });
    const content = await get<object>(`/v1/rounds/${body.id}/content`, "/v1/rounds/{id}/content");
    expect(content.body).toEqual(JSON.parse(TINY));
    const tag = { "if-none-match": headers.get("etag") ?? "" };
    expect((await get(`/v1/rounds/${body.id}`, "/v1/rounds/{id}", tag)).status).toBe(304);
    const list = await get<{ rounds: StoredRound[] }>("/v1/rounds?limit=1", "/v1/rounds");
    expect(list.body.rounds.map(({ id }) => id)).toEqual([body.id]);
    const remove = () => call(service, "DELETE", `/v1/rounds/${body.id}`, { route: "/v1/rounds/{id}" });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  });

  test("a round whose data are wrong is stored with its issues, and not solved", async () => {
    const stored = await post<StoredRound>("/v1/rounds", wrongRound());
    expect(stored.status).toBe(201);
    expect(stored.body.issueCount.errors).toBeGreaterThan(0);
    expect(stored.body.issues[0]?.path).toBe("/candidates/0/choices/0");
    const refused = await post<{ code: string }>("/v1/runs", { roundId: stored.body.id });
    expect([refused.status, refused.body.code]).toEqual([422, "round-has-issues"]);
  });

  test("a round that breaks its schema or names a person is refused, with valid pointers", async () => {
    for (const change of [
      { seed: 5 },
      { extra: 1 },
      { candidates: [{ id: "c", choices: [], email: "jan.peeters@example.org" }] },
    ]) {
      const sent = { ...JSON.parse(TINY), ...change };
      const { status, body } = await call(service, "POST", "/v1/rounds", { body: JSON.stringify(sent) });
      expect([status, body.code]).toEqual([400, "body-invalid"]);
      expectValidPointers(body, sent);
      expect(JSON.stringify(body)).not.toContain("jan.peeters");
    }
  });

  test("a run is queued, solved, and can be asked for everything it left", async () => {
    const round = await storeRound(TINY);
    const accepted = await post<Run>("/v1/runs", { roundId: round.id });
    expect([accepted.status, accepted.headers.get("retry-after")]).toEqual([202, "1"]);
    expect(accepted.headers.get("location")).toBe(`/v1/runs/${accepted.body.id}`);
    const run = await finished(accepted.body.id);
    expect(run).toMatchObject({ state: "completed", quality: "proven-optimal", stoppedBy: "proof", attempt: 1, problem: null });
    const { body: result, headers } = await get<Result>(`/v1/runs/${run.id}/result`, "/v1/runs/{id}/result");
    expect(run.summary).toMatchObject({ tiers: result.tiers });
    const tag = { "if-none-match": headers.get("etag") ?? "" };
    expect((await get(`/v1/runs/${run.id}/result`, "/v1/runs/{id}/result", tag)).status).toBe(304);
    const certificate = await get<Result["certificate"]>(`/v1/runs/${run.id}/certificate`, "/v1/runs/{id}/certificate");
    expect(certificate.body).toEqual(result.certificate);
    const rows = await get<{ placements: object[] }>(`/v1/runs/${run.id}/placements`, "/v1/runs/{id}/placements");
    expect(rows.body.placements.length).toBe(6);
    const csv = await fetch(`${service.url}/v1/runs/${run.id}/placements`, {
      headers: { accept: "text/csv", authorization: `Bearer ${service.key}` },
    });
    expect((await csv.text()).split("\r\n")[0]).toContain("candidate;outcome;promotion");
    const excel = { accept: WORKBOOK_TYPE, authorization: `Bearer ${service.key}` };
    const workbook = await fetch(`${service.url}/v1/runs/${run.id}/placements`, { headers: excel });
    expect([workbook.status, workbook.headers.get("content-type")]).toEqual([200, WORKBOOK_TYPE]);
    const [sheet] = await readSheets(Buffer.from(await workbook.arrayBuffer()));
    const written = rows.body.placements.map((row) =>
      Object.values(row).map((value) => (Array.isArray(value) ? value.join("|") || null : value)),
    );
    expect(sheet?.data).toEqual([Object.keys(rows.body.placements[0] ?? {}), ...written]);
    const has = { ...excel, "if-none-match": workbook.headers.get("etag") ?? "" };
    expect((await fetch(`${service.url}/v1/runs/${run.id}/placements`, { headers: has })).status).toBe(304);
    const xml = await get<{ code: string }>(`/v1/runs/${run.id}/placements`, "/v1/runs/{id}/placements", {
      accept: "application/xml",
    });
    expect([xml.status, xml.body.code]).toEqual([406, "not-acceptable"]);
  });

  test("Prefer: wait answers the result of a round that came along", async () => {
    const { status, headers, body } = await post<Result>("/v1/runs", { round: JSON.parse(TINY) }, { prefer: "wait=50" });
    expect([status, headers.get("preference-applied"), body.quality]).toEqual([200, "wait=50", "proven-optimal"]);
  });

  test("policy, seed and limits of a run stand in place of the round's, and are checked when it is accepted", async () => {
    const round = await storeRound(TINY);
    // The default policy asks for the category "age" of everybody, which the tiny round does not state.
    const needsAge = { roundId: round.id, policy: {} };
    const wrong = { roundId: round.id, policy: { lowSkilled: { dimension: "no-such", category: "low", minimum: 0.3 } } };
    for (const body of [
      { roundId: round.id, seed: 1 },
      { roundId: round.id, limits: { seconds: 1e6 } },
      wrong,
      needsAge,
      { roundId: "x" },
      [],
    ]) {
      const refused = await call(service, "POST", "/v1/runs", { body: JSON.stringify(body) });
      expectValidPointers(refused.body, body);
      expect([refused.status, refused.body.code], JSON.stringify(body)).toEqual([400, "body-invalid"]);
    }
    const policy = { ...JSON.parse(TINY).policy, tiers: [{ objectives: ["placed"] }] };
    const { body } = await post<Result>("/v1/runs", { roundId: round.id, policy, seed: "other" }, { prefer: "wait=50" });
    expect(body.certificate.seed).toBe("other");
    expect(body.tiers.length).toBe(1);
  });

  test("the same Idempotency-Key makes one run, and refuses another body", async () => {
    const round = await storeRound(TINY);
    const once = { "idempotency-key": `key-${kind}` };
    const send = (seed: string) => post<Run & { code: string }>("/v1/runs", { roundId: round.id, seed }, once);
    const answers = await Promise.all([send("a"), send("a"), send("a")]);
    const made = new Set(answers.filter(({ status }) => status === 202).map(({ body }) => body.id));
    expect(made.size).toBe(1);
    for (const { status, body } of answers) expect([202, 409], body.code).toContain(status);
    const [again, other] = [await send("a"), await send("b")];
    expect([again.status, again.body.id]).toEqual([202, [...made][0]]);
    expect([other.status, other.body.code]).toEqual([422, "idempotency-key-reused"]);
  });

  test("events tell a run from its start to its end, and are replayed after the last one seen", async () => {
    const round = await storeRound(TINY);
    const { body } = await post<Run>("/v1/runs", { roundId: round.id });
    const events = await follow(body.id);
    expect(events.filter(({ event }) => event === "state").map(({ data }) => (data as Run).state)).toEqual([
      "queued",
      "solving",
      "completed",
    ]);
    expect(events.some(({ event }) => event === "progress")).toBe(true);
    expect(events.at(-1)).toMatchObject({ event: "end", data: { id: body.id, state: "completed" } });
    expect(events.slice(0, -1).map(({ id }) => id)).toEqual(events.slice(0, -1).map((_, index) => index + 1));
    const seen = events[1]?.id ?? 0;
    expect(await follow(body.id, seen)).toEqual(events.slice(2));
    expect((await follow(body.id, 1_000)).map(({ event }) => event)).toEqual(["end"]);
  });

  test("a cancel keeps the best placement found; again it changes nothing", async () => {
    const round = await storeRound(longRound(600));
    const [first, waiting] = [
      await post<Run>("/v1/runs", { roundId: round.id }),
      await post<Run>("/v1/runs", { roundId: round.id }),
    ];
    const cancel = (id: string) => call<Run>(service, "POST", `/v1/runs/${id}/cancel`, { route: "/v1/runs/{id}/cancel" });
    expect((await cancel(waiting.body.id)).body).toMatchObject({ state: "cancelled", quality: "none", startedAt: null });
    await until(async () => (await runOf(first.body.id)).body.progress !== null);
    const early = await get<{ code: string }>(`/v1/runs/${first.body.id}/result`, "/v1/runs/{id}/result");
    expect([early.status, early.body.code]).toEqual([409, "run-not-over"]);
    const inUse = await call(service, "DELETE", `/v1/rounds/${round.id}`, { route: "/v1/rounds/{id}" });
    expect([inUse.status, inUse.body.code]).toEqual([409, "round-in-use"]);
    expect((await cancel(first.body.id)).status).toBe(202);
    const run = await finished(first.body.id);
    expect(run).toMatchObject({ state: "cancelled", quality: "feasible", stoppedBy: "cancel", cancelRequested: true });
    const { body } = await get<Result>(`/v1/runs/${run.id}/result`, "/v1/runs/{id}/result");
    expect([body.state, body.certificate.verified]).toEqual(["cancelled", true]);
    expect((await cancel(run.id)).body).toEqual(run);
    const gone = await get<{ code: string }>(`/v1/runs/${waiting.body.id}/result`, "/v1/runs/{id}/result");
    expect([gone.status, gone.body.code]).toEqual([404, "not-found"]);
  });

  test("a round that cannot be lawful ends as infeasible with the rules in conflict", async () => {
    const round = JSON.parse(TINY);
    for (const promotion of round.promotions) Object.assign(promotion, { mustHold: true, minSize: 100, maxSize: 100 });
    const { body } = await post<Run>("/v1/runs", { round });
    const run = await finished(body.id);
    expect(run).toMatchObject({ state: "infeasible", quality: "none", problem: { code: "infeasible" } });
  });

  test("the smallest changes to an infeasible round, sent back as its scenario, make a round that is placed", async () => {
    const round = JSON.parse(TINY);
    Object.assign(round.promotions[0], { mustHold: true, minSize: 100, maxSize: 100 });
    const stored = await storeRound(JSON.stringify(round));
    const run = await finished((await post<Run>("/v1/runs", { roundId: stored.id })).body.id);
    const { relaxations } = problemSchema.partial().parse(run.problem);
    const scenario = await call<StoredRound>(service, "POST", `/v1/rounds/${stored.id}/scenarios`, {
      route: "/v1/rounds/{id}/scenarios",
      body: JSON.stringify({ patches: relaxations?.[0]?.patches }),
    });
    expect(scenario).toMatchObject({ status: 201, body: { issueCount: { errors: 0 } } });
    const placed = await finished((await post<Run>("/v1/runs", { roundId: scenario.body.id })).body.id);
    expect(placed.state).toBe("completed");
  });

  test("everything that was done is in the audit trail, and its chain holds", async () => {
    const acts = await service.store.db.selectFrom("audit").select("action").execute();
    const kinds = new Set(acts.map(({ action }) => action));
    expect([...kinds].sort()).toEqual(["round-created", "round-deleted", "run-cancelled", "run-created"]);
    expect(await findBrokenAudit(service.store.db)).toBeNull();
  });
});

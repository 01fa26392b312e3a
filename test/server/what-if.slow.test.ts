import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { comparisonSchema } from "../../server/schemas/comparison.ts";
import type { scenarioSchema } from "../../server/schemas/scenario.ts";
import type { tradeOffSchema } from "../../server/schemas/trade-off.ts";
import { call, expectValidPointers } from "./call.ts";
import { type RunningService, shippedRound, startService, until } from "./running-service.ts";
import { solvedRunId, storedRoundId } from "./solved-runs.ts";

type Scenario = z.infer<typeof scenarioSchema>;
type Comparison = z.infer<typeof comparisonSchema>;
type TradeOff = z.infer<typeof tradeOffSchema>;

let service: RunningService;
let roundId: string;
let baseRun: string;
beforeAll(async () => {
  service = await startService({ runProcesses: 1 });
  roundId = await storedRoundId(service, shippedRound("tiny"));
  baseRun = await solvedRunId(service, roundId);
});
afterAll(() => service.app.close());

const NOBODY = "00000000-0000-4000-8000-000000000000";
const post = <Body>(path: string, body: unknown, route = path, headers = {}) =>
  call<Body>(service, "POST", path, { body: JSON.stringify(body), route, headers });
const postScenario = <Body = Scenario>(body: unknown, id = roundId, headers = {}) =>
  post<Body>(`/v1/rounds/${id}/scenarios`, body, "/v1/rounds/{id}/scenarios", headers);
const MORE_PLACES = [
  { kind: "mission-places", mission: "m4", places: 2 },
  { kind: "promotion-size", promotion: "p1", maxSize: 4 },
];

describe("POST /v1/rounds/{id}/scenarios", () => {
  test("stores a round of its own that knows its parent and how it was made", async () => {
    const { status, body, headers } = await postScenario({ patches: MORE_PLACES });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/v1/rounds/${body.id}`);
    expect(body).toMatchObject({ parentId: roundId, lineage: { patches: MORE_PLACES, consequences: [] } });
    expect(body.name).toMatch(/^tiny~[0-9a-f]{8}$/);
    const content = await call<{ missions: { id: string; places: number }[]; seed: string }>(
      service,
      "GET",
      `/v1/rounds/${body.id}/content`,
      { route: "/v1/rounds/{id}/content" },
    );
    expect(content.body.missions.find(({ id }) => id === "m4")?.places).toBe(2);
    expect(content.body.seed).toBe(JSON.parse(shippedRound("tiny")).seed);
  });

  test("is made once per Idempotency-Key, and another parent is another request", async () => {
    const headers = { "idempotency-key": "once" };
    const [first, again] = [
      await postScenario({ patches: MORE_PLACES }, roundId, headers),
      await postScenario({ patches: MORE_PLACES }, roundId, headers),
    ];
    expect(again.body.id).toBe(first.body.id);
    const other = await postScenario({ patches: MORE_PLACES }, first.body.id, headers);
    expect(other.status).toBe(422);
  });

  test("keeps a scenario that breaks the rules of the data, with its issues", async () => {
    const { status, body } = await postScenario({ patches: [{ kind: "promotion-size", promotion: "p1", minSize: 9 }] });
    expect(status).toBe(201);
    expect(body.issues.map(({ code }) => code)).toEqual(["size-reversed"]);
  });

  test("refuses patches with every issue at its place", async () => {
    const sent = {
      patches: [{ kind: "mission-places", mission: "m9", places: 1 }, { kind: "host-lost" }, { kind: "unpinned", candidate: 3 }],
    };
    const { status, body } = await postScenario<{ code: string; issues: { path: string }[] }>(sent);
    expect(status).toBe(400);
    expect(body.issues.map(({ path }) => path)).toEqual(["/patches/1/kind", "/patches/2/candidate"]);
    const unknown = await postScenario<Parameters<typeof expectValidPointers>[0]>({ extra: 1, patches: [sent.patches[0]] });
    expect(unknown.body.issues?.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "field-unknown /extra",
      "reference-unknown /patches/0/mission",
    ]);
    expectValidPointers(unknown.body, { extra: 1, patches: [sent.patches[0]] });
  });

  test("of a round that is not there is not found", async () => {
    expect((await postScenario({ patches: MORE_PLACES }, NOBODY)).status).toBe(404);
  });
});

describe("POST /v1/comparisons", () => {
  test("says what differs, tier by tier and person by person", async () => {
    const { body: scenario } = await postScenario({ patches: MORE_PLACES });
    const other = await solvedRunId(service, scenario.id, { earlierRunId: baseRun });
    const { status, body } = await post<Comparison>("/v1/comparisons", { runs: [baseRun, other] });
    expect(status).toBe(200);
    const [compared] = body.others;
    expect(compared?.rounds.missions.changed).toEqual([{ id: "m4", fields: ["places"] }]);
    expect(compared?.tiers.find(({ objectives }) => objectives.includes("placed"))).toMatchObject({
      verdict: "better",
      difference: 1,
    });
    expect(compared?.moved.some(({ direction }) => direction === "gains")).toBe(true);
  });

  test("a run asked for quickly wins back what the change has cost, and leaves reasons and proofs open", async () => {
    const { body: scenario } = await postScenario({ patches: MORE_PLACES });
    const quick = await solvedRunId(service, scenario.id, { earlierRunId: baseRun, effort: "quick" });
    const { body } = await post<Comparison>("/v1/comparisons", { runs: [baseRun, quick] });
    expect(body.others[0]?.tiers.find(({ objectives }) => objectives.includes("placed"))).toMatchObject({ verdict: "better" });
    const run = await call<{ quality: string; request: object }>(service, "GET", `/v1/runs/${quick}`, { route: "/v1/runs/{id}" });
    expect(run.body).toMatchObject({ quality: "feasible", request: { effort: "quick" } });
  });

  test("compares a run under another policy with what was asked of it", async () => {
    const other = await solvedRunId(service, roundId, {
      policy: { ...JSON.parse(shippedRound("tiny")).policy, wishes: "greedy" },
    });
    const { body } = await post<Comparison>("/v1/comparisons", { runs: [baseRun, other] });
    expect(body.others[0]?.rounds.policy).toContain("wishes");
  });

  test.each([
    [{ runs: [NOBODY, NOBODY] }, 404],
    [{ runs: ["x", "y"] }, 400],
    [{ runs: [NOBODY] }, 400],
    [{}, 400],
    [{ runs: [NOBODY, NOBODY], extra: 1 }, 400],
  ])("%j is answered %i", async (body, status) => {
    expect((await post("/v1/comparisons", body)).status).toBe(status);
  });
});

describe("POST /v1/trade-offs", () => {
  test("makes a curve whose points can be made scenarios", async () => {
    const asked = { runId: baseRun, give: "delay", gain: "wishes", points: 5 };
    const started = await post<TradeOff>("/v1/trade-offs", asked, "/v1/trade-offs", { prefer: "wait=30" });
    const { id } = started.body.run;
    const get = () => call<TradeOff>(service, "GET", `/v1/trade-offs/${id}`, { route: "/v1/trade-offs/{id}" });
    await until(async () => (await get()).body.curve !== null);
    const { run, curve } = (await get()).body;
    expect(run).toMatchObject({ state: "completed", task: "trade-off" });
    const [point] = curve?.points ?? [];
    expect(point?.allowance).toBe(0);
    const { status, body } = await postScenario({ patches: [point?.patch] });
    expect([status, body.issueCount.errors]).toEqual([201, 0]);
  });

  test.each([
    [{ give: "placed", gain: "wishes" }, 400, "/give"],
    [{ give: "wishes", gain: "delay" }, 400, "/gain"],
    [{ give: "delay", gain: "wishes", points: 1_000 }, 400, "/points"],
    [{ give: "delay", gain: "wishes", limits: { seconds: 100_000 } }, 400, "/limits/seconds"],
  ])("%j is answered %i at %s", async (question, status, path) => {
    const answer = await post<{ issues: { path: string }[] }>("/v1/trade-offs", { runId: baseRun, ...question });
    expect([answer.status, answer.body.issues.map((issue) => issue.path)]).toEqual([status, [path]]);
  });

  test("of a run that is not there is not found", async () => {
    expect((await post("/v1/trade-offs", { runId: NOBODY, give: "delay", gain: "wishes" })).status).toBe(404);
    expect((await call(service, "GET", `/v1/trade-offs/${baseRun}`, { route: "/v1/trade-offs/{id}" })).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import type { Problem } from "../../server/problems.ts";
import type { Plan } from "../../server/schemas/plan.ts";
import type { StoredRound } from "../../server/schemas/round.ts";
import { type ScratchStore, STORE_KINDS, scratchStore } from "../store/scratch-store.ts";
import { call } from "./call.ts";
import { expectDocumented } from "./documented.ts";
import { makeTestKey, type RunningService, shippedRound, startService } from "./running-service.ts";
import { solvedRunId, storedRoundId } from "./solved-runs.ts";

describe.each(STORE_KINDS)("plans on the %s store", (kind) => {
  /** Before the shipped round's first start; tests move it on. */
  let clock = Date.parse("2026-09-01T08:00:00.000Z");
  const DAY = 86_400_000;

  let scratch: ScratchStore;
  let service: RunningService;
  let roundId: string;
  let runId: string;
  beforeAll(async () => {
    scratch = await scratchStore(kind);
    service = await startService({
      store: await scratch.open(),
      runProcesses: 1,
      now: () => new Date(clock).toISOString(),
      retentionDays: 400,
    });
    roundId = await storedRoundId(service, shippedRound("tiny"));
    runId = await solvedRunId(service, roundId);
  });
  afterAll(async () => {
    await service.app.close();
    await scratch.remove();
  });

  const DECISION = { by: "A. Planner, head of placements", reason: "Proven optimal, discussed on 1 September." };
  const NOBODY = "00000000-0000-4000-8000-000000000000";

  const post = <Body = Plan>(path: string, body: unknown, headers = {}, key = service.key, route = path) =>
    call<Body>(service, "POST", path, { body: JSON.stringify(body), headers, key, route });
  const get = <Body>(path: string, route: string, headers = {}) => call<Body>(service, "GET", path, { route, headers });
  const getPlan = (id: string, headers = {}) => get<Plan>(`/v1/plans/${id}`, "/v1/plans/{id}", headers);

  /** A bundle byte by byte. */
  async function bundleText(path: string) {
    const response = await fetch(service.url + path, { headers: { authorization: `Bearer ${service.key}` } });
    expect(response.status).toBe(200);
    const text = await response.text();
    const route = path.replace(/[0-9a-f-]{36}/, "{id}");
    expectDocumented("GET", route, 200, "application/json", JSON.parse(text));
    return { text, disposition: response.headers.get("content-disposition") };
  }

  async function draft() {
    const { status, body, headers } = await post("/v1/plans", { runId });
    expect(status).toBe(201);
    return { id: body.id, body, tag: headers.get("etag") ?? "" };
  }
  const publish = <Body = Plan>(
    id: string,
    tag: string | null,
    body: unknown = { decision: DECISION, dataRoundId: roundId },
    key = service.key,
  ) => post<Body>(`/v1/plans/${id}/publish`, body, tag === null ? {} : { "if-match": tag }, key, "/v1/plans/{id}/publish");
  /** Stores a what-if of the round as today's data; answers its id. */
  async function dataWith(...patches: readonly object[]): Promise<string> {
    const path = `/v1/rounds/${roundId}/scenarios`;
    return (await post<StoredRound>(path, { patches }, {}, service.key, "/v1/rounds/{id}/scenarios")).body.id;
  }

  describe("a plan", () => {
    test("holds a bundle that verifies on its own, and ends in the head of the plan", async () => {
      const { id, body } = await draft();
      const { text } = await bundleText(`/v1/plans/${id}/bundle`);
      expect(verifyBundle(text)).toMatchObject({ issues: [], head: body.head, erased: 0, guarantee: "holds" });
      expect(verifyBundle(text.replace('"places":2', '"places":3')).issues).not.toEqual([]);
      const ofRun = await bundleText(`/v1/runs/${runId}/bundle`);
      expect(verifyBundle(ofRun.text)).toMatchObject({ issues: [], guarantee: "holds" });
      expect(ofRun.disposition).toContain(`${runId}.bundle.json`);
    });

    test("is listed, is not sent again to who has it, and a draft can be given up", async () => {
      const { id, tag } = await draft();
      const { body } = await get<{ plans: Plan[] }>("/v1/plans?limit=200", "/v1/plans");
      expect(body.plans.map((one) => one.id)).toContain(id);
      expect((await getPlan(id, { "if-none-match": tag })).status).toBe(304);
      const path = `/v1/plans/${id}`;
      expect((await call(service, "DELETE", path, { route: "/v1/plans/{id}" })).status).toBe(204);
      expect((await getPlan(id)).status).toBe(404);
    });

    test.each([
      [{ runId: NOBODY }, 404],
      [{ runId: "x" }, 400],
      [{}, 400],
    ])("of %j is answered %i", async (body, status) => {
      expect((await post("/v1/plans", body)).status).toBe(status);
    });
  });

  describe("publishing", () => {
    test("needs the tag of what was looked at: 428 without, 412 with another or any", async () => {
      const { id, tag } = await draft();
      expect((await publish<Problem>(id, null)).body.code).toBe("precondition-required");
      for (const other of ['"x"', `W/${tag}`, "*"])
        expect((await publish<Problem>(id, other)).body.code).toBe("precondition-failed");
      expect((await getPlan(id)).body.state).toBe("draft");
    });

    test("needs a named decision with a reason", async () => {
      const { id, tag } = await draft();
      for (const decision of [
        undefined,
        {},
        { by: "A. Planner" },
        { by: "A. Planner", reason: "ok" },
        { by: "", reason: DECISION.reason },
      ]) {
        expect((await publish(id, tag, { decision, dataRoundId: roundId })).status).toBe(400);
      }
    });

    test("needs the role", async () => {
      const { id, tag } = await draft();
      const planner = await makeTestKey(service.store, "plan");
      expect((await publish(id, tag, undefined, planner)).status).toBe(403);
      const publisher = await makeTestKey(service.store, "publish");
      expect((await publish(id, tag, undefined, publisher)).status).toBe(200);
    });

    test("freezes the plan: it is not published, deleted or changed again", async () => {
      const { id, tag } = await draft();
      const { status, body, headers } = await publish(id, tag);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: "published", decision: DECISION, dataRoundId: roundId });
      expect(headers.get("etag")).not.toBe(tag);
      expect((await publish<Problem>(id, tag)).body.code).toBe("precondition-failed");
      expect((await publish<Problem>(id, headers.get("etag"))).body.code).toBe("plan-published");
      const deleted = await call<Problem>(service, "DELETE", `/v1/plans/${id}`, { route: "/v1/plans/{id}" });
      expect(deleted.body.code).toBe("plan-published");
      expect((await getPlan(id)).body).toEqual(body);
    });

    test("of two at the same moment one wins", async () => {
      const { id, tag } = await draft();
      const answers = await Promise.all([publish(id, tag), publish(id, tag), publish(id, tag)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    });
  });

  describe("every person is checked against today's data", () => {
    const placed = async () => {
      const { body } = await get<{ placements: { candidate: string; promotion: string | null; missions: string[] }[] }>(
        `/v1/runs/${runId}/placements`,
        "/v1/runs/{id}/placements",
        { accept: "application/json" },
      );
      const [first] = body.placements.filter(({ promotion }) => promotion !== null);
      if (first === undefined) throw new Error("somebody is placed");
      return first;
    };

    test("whoever withdrew, is recorded, or whose mission is gone keeps it from being published", async () => {
      const { candidate, missions } = await placed();
      for (const [patch, rule] of [
        [{ kind: "candidate-withdrawn", candidate }, null],
        [{ kind: "candidate-changed", candidate, set: { record: "excluded" } }, "record"],
        [{ kind: "mission-withdrawn", mission: missions[0] }, "approval"],
      ] as const) {
        const { id, tag } = await draft();
        const dataRoundId = await dataWith(patch);
        const { status, body } = await publish<Problem>(id, tag, { decision: DECISION, dataRoundId });
        expect([status, body.code]).toEqual([409, "plan-outdated"]);
        expect(body.violations?.some((one) => one.subjects.candidate === candidate && (rule === null || one.rule === rule))).toBe(
          true,
        );
        expect((await getPlan(id)).body.state).toBe("draft");
      }
    });

    test("who applied since then does not", async () => {
      const { id, tag } = await draft();
      const candidate = { ...JSON.parse(shippedRound("tiny")).candidates[1], id: "late" };
      const dataRoundId = await dataWith({ kind: "candidate-added", candidate });
      expect((await publish(id, tag, { decision: DECISION, dataRoundId })).status).toBe(200);
    });

    test("data that are not there, that are more than a day old, or a promotion that has started do", async () => {
      const { id, tag } = await draft();
      expect((await publish(id, tag, { decision: DECISION, dataRoundId: NOBODY })).status).toBe(404);
      const before = clock;
      clock += 2 * DAY;
      expect((await publish<Problem>(id, tag)).body.code).toBe("data-outdated");
      clock = Date.parse("2026-10-05T09:00:00.000Z");
      const today = await storedRoundId(service, shippedRound("tiny"));
      const { body } = await publish<Problem>(id, tag, { decision: DECISION, dataRoundId: today });
      expect(new Set(body.violations?.map(({ rule }) => rule))).toEqual(new Set(["promotion-started"]));
      clock = before;
    });
  });

  describe("a repair", () => {
    test("stays close to what was published, and says who moves and why", async () => {
      const { id } = await draft();
      const patches = [{ kind: "candidate-withdrawn", candidate: "c5" }];
      const { status, body } = await post<StoredRound>(
        `/v1/plans/${id}/repairs`,
        { patches },
        {},
        service.key,
        "/v1/plans/{id}/repairs",
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({ parentId: roundId, lineage: { patches } });
      const repaired = await solvedRunId(service, body.id);
      const compared = await post<{ others: { moved: { candidate: string; because: { code: string }[] }[] }[] }>(
        "/v1/comparisons",
        {
          runs: [runId, repaired],
        },
      );
      const moved = compared.body.others[0]?.moved ?? [];
      expect(moved.find(({ candidate }) => candidate === "c5")?.because[0]?.code).toBe("left");
      // At most c3, who had no place, gets the one that is free now.
      expect(moved.length).toBeLessThanOrEqual(2);
    });

    test("names what is wrong with its patches at their place", async () => {
      const { id } = await draft();
      const patches = [{ kind: "candidate-withdrawn", candidate: "c99" }];
      const { body } = await post<Problem>(`/v1/plans/${id}/repairs`, { patches }, {}, service.key, "/v1/plans/{id}/repairs");
      expect(body.issues?.map(({ code, path }) => [code, path])).toEqual([["reference-unknown", "/patches/0/candidate"]]);
    });
  });

  describe("the audit trail", () => {
    type Trail = {
      acts: { number: number; action: string; subject: string; detail: Record<string, unknown> | null }[];
      next: number | null;
    };

    test("says who published what, by whose decision and why, and nothing can be added in between", async () => {
      const { id, tag } = await draft();
      await publish(id, tag);
      const { body } = await get<Trail>(`/v1/audit-trail?subject=plan%20${id}`, "/v1/audit-trail");
      expect(body.acts.map(({ action }) => action)).toEqual(["plan-published", "plan-created"]);
      expect(body.acts[0]?.detail).toMatchObject({ decision: DECISION, dataRoundId: roundId });
      const chain = await get<{ intact: boolean; firstBroken: number | null }>(
        "/v1/audit-trail/verification",
        "/v1/audit-trail/verification",
      );
      expect(chain.body).toMatchObject({ intact: true, firstBroken: null });
    });

    test("is read in parts", async () => {
      const first = (await get<Trail>("/v1/audit-trail?limit=2", "/v1/audit-trail")).body;
      const second = (await get<Trail>(`/v1/audit-trail?limit=2&before=${first.next}`, "/v1/audit-trail")).body;
      const numbers = [...first.acts, ...second.acts].map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect(new Set(numbers).size).toBe(4);
    });

    test("that somebody changed no longer verifies", async () => {
      const last = await service.store.db.selectFrom("audit").selectAll().orderBy("number", "desc").executeTakeFirstOrThrow();
      const change = (detail: string | null) =>
        service.store.db.updateTable("audit").set({ detail }).where("number", "=", last.number).execute();
      await change('{"forged":true}');
      const { body } = await get<{ intact: boolean; firstBroken: number }>(
        "/v1/audit-trail/verification",
        "/v1/audit-trail/verification",
      );
      expect(body).toMatchObject({ intact: false, firstBroken: last.number });
      await change(last.detail);
    });
  });

  describe("retention", () => {
    test("erases what is older than is kept, a scenario with the data of its parent, and the chain still verifies", async () => {
      const { id, tag } = await draft();
      await publish(id, tag);
      clock += 399 * DAY;
      const young = await dataWith({ kind: "mission-places", mission: "m1", places: 5 });
      const kept = await post<{ rounds: number; plans: number }>("/v1/retention", undefined);
      expect(kept.body).toMatchObject({ rounds: 0, plans: 0 });
      clock += 2 * DAY;
      const fresh = await storedRoundId(service, shippedRound("tiny"));
      const erased = await post<{ rounds: number; runs: number; plans: number; acts: number; days: number }>(
        "/v1/retention",
        undefined,
      );
      expect(erased.body.days).toBe(400);
      expect(erased.body.rounds).toBeGreaterThan(1);
      expect(erased.body.runs).toBeGreaterThan(0);
      expect(erased.body.plans).toBeGreaterThan(0);
      for (const gone of [roundId, young]) expect((await get(`/v1/rounds/${gone}`, "/v1/rounds/{id}")).status).toBe(404);
      expect((await get(`/v1/rounds/${fresh}`, "/v1/rounds/{id}")).status).toBe(200);
      const plan = (await getPlan(id)).body;
      expect(plan).toMatchObject({ state: "published", decision: null });
      expect(plan.erasedAt).not.toBeNull();
      const left = await bundleText(`/v1/plans/${id}/bundle`);
      expect(verifyBundle(left.text)).toMatchObject({ issues: [], head: plan.head, guarantee: "not-measured" });
      expect(left.text.includes("2006-03-14")).toBe(false);
      const repair = await post<Problem>(`/v1/plans/${id}/repairs`, { patches: [] }, {}, service.key, "/v1/plans/{id}/repairs");
      expect(repair.body.code).toBe("data-erased");
      const chain = await get<{ intact: boolean; erased: number }>(
        "/v1/audit-trail/verification",
        "/v1/audit-trail/verification",
      );
      expect(chain.body.intact).toBe(true);
      expect(chain.body.erased).toBeGreaterThan(0);
      const texts = await service.store.db.selectFrom("audit").select("detail").execute();
      expect(JSON.stringify(texts)).not.toContain("A. Planner");
    });
  });

  test("is never above three years, whatever is asked", async () => {
    const other = await startService({ pool: { processes: 0 }, retentionDays: 10_000 });
    const { body } = await call<{ days: number }>(other, "GET", "/v1/retention");
    expect(body.days).toBe(1_095);
    await other.app.close();
  });
});

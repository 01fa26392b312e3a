import { afterAll, beforeAll, expect, test } from "vitest";
import type { Result } from "../../engine/domain/result.ts";
import { placementsOf } from "../../engine/verify/figures/outcomes.ts";
import type { Verification } from "../../server/schemas/verification.ts";
import { call, expectValidPointers } from "./call.ts";
import { type RunningService, shippedRound, startService } from "./running-service.ts";

const round = JSON.parse(shippedRound("tiny"));
let service: RunningService;
let result: Result;
beforeAll(async () => {
  service = await startService();
  result = (await call<Result>(service, "POST", "/v1/placements", { body: shippedRound("tiny") })).body;
});
afterAll(() => service.app.close());

const verify = (body: unknown) => call<Verification>(service, "POST", "/v1/verifications", { body: JSON.stringify(body) });
const refuse = async (body: unknown) => {
  const answer = await call(service, "POST", "/v1/verifications", { body: JSON.stringify(body) });
  expect([answer.status, answer.body.code]).toEqual([400, "body-invalid"]);
  expectValidPointers(answer.body, body);
  return answer.body.issues?.map(({ code, path }) => `${code} ${path}`);
};

test("a result as it came is lawful, its figures are equal, and its tiers have the values it reports", async () => {
  const { status, body } = await verify({ round, result });
  expect(status).toBe(200);
  expect(body).toMatchObject({ lawful: true, figuresEqual: true, violations: [], round: result.round });
  const comparable = result.tiers
    .slice(0, body.tiers.length)
    .map(({ objectives, sense, value }) => ({ objectives, sense, value }));
  expect(body.tiers.filter(({ objectives }) => !objectives.some((id) => String(id) === "lottery"))).toEqual(
    comparable.filter(({ objectives }) => !objectives.some((id) => String(id) === "lottery")),
  );
});

test("a figure that was changed is found, with its place in the result", async () => {
  const { body } = await verify({ round, result: { ...result, indicators: { ...result.indicators, placed: 99 } } });
  expect(body).toMatchObject({ lawful: true, figuresEqual: false });
  expect(body.violations.some((one) => one.kind === "figure" && one.path.startsWith("/indicators"))).toBe(true);
});

test("placements alone are measured, and no figures are compared", async () => {
  const { body } = await verify({ round, placements: placementsOf(result.outcomes) });
  expect(body).toMatchObject({ lawful: true, figuresEqual: null, violations: [] });
  expect(body.tiers.find(({ objectives }) => objectives.includes("placed"))?.value).toBe(placementsOf(result.outcomes).length);
});

test("placements that break the law are not lawful, and each rule broken is named", async () => {
  const placements = [
    { candidate: "c4", promotion: "p2", missions: ["m4"] },
    { candidate: "c4", promotion: "p1", missions: ["m1"] },
    { candidate: "nobody", promotion: "p1", missions: ["m1"] },
  ];
  const { status, body } = await verify({ round, placements });
  expect(status).toBe(200);
  expect(body.lawful).toBe(false);
  const rules = body.violations.map((one) => (one.kind === "rule" ? one.rule : ""));
  expect(rules).toEqual(expect.arrayContaining(["not-before", "one-place", "three-choices"]));
});

test("nobody placed is lawful where no promotion must be held", async () => {
  const { body } = await verify({ round, placements: [] });
  expect(body).toMatchObject({ lawful: true, violations: [] });
});

test("what is wrong with either part is listed, with pointers into the body", async () => {
  expect(await refuse({ round: { ...round, extra: 1 }, result: { ...result, quality: "fine" }, name: "x" })).toEqual([
    "field-unknown /name",
    "field-unknown /round/extra",
    "value-invalid /result/quality",
  ]);
  expect(await refuse({ round, placements: [{ candidate: "c1", promotion: "p1" }] })).toEqual([
    "field-missing /placements/0/missions",
  ]);
  expect(await refuse({ round: "tiny", placements: [] })).toEqual(["value-invalid /round"]);
  expect(await refuse({ round, placements: {} })).toEqual(["value-invalid /placements"]);
});

test("a round is needed, and either a result or placements", async () => {
  expect(await refuse({ placements: [] })).toEqual(["field-missing /round"]);
  expect(await refuse({ round })).toEqual(["value-invalid "]);
  expect(await refuse({ round, result, placements: [] })).toEqual(["value-invalid "]);
});

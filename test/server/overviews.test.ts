import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { deviationFrom, dimensionBands } from "../../engine/model/band.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOverview } from "../../server/overview/round-overview.ts";
import type { Overview } from "../../server/schemas/overview.ts";
import { everyAssignment } from "../engine/every-assignment.ts";
import { AUTUMN, candidateJson, handMade, promotionJson } from "../hand-made-round.ts";
import { call } from "./call.ts";
import { type RunningService, shippedRound, startService } from "./running-service.ts";

function parsed(json: RoundJson) {
  const read = parseRoundValue(json);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.round;
}

describe("over HTTP", () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.app.close());

  test("the shipped round of six: everybody eligible, five places, six seats", async () => {
    const { status, body } = await call<Overview>(service, "POST", "/v1/overviews", { body: shippedRound("tiny") });
    expect(status).toBe(200);
    expect(body.candidates).toMatchObject({ total: 6, eligible: 6, ineligible: [], noFit: [] });
    expect([body.places, body.seats]).toEqual([5, 6]);
    expect(body.atMostPlaced).toBe(6);
  });

  test("a round with issues is refused with all of them", async () => {
    const round = { ...JSON.parse(shippedRound("tiny")), profile: "none" };
    const { status, body } = await call(service, "POST", "/v1/overviews", { body: JSON.stringify(round) });
    expect(status).toBe(400);
    expect(body.issues?.map(({ code }) => code)).toContain("profile-unknown");
  });
});

describe("what is called out of reach", () => {
  const men = [1, 2, 3].map((i) => candidateJson(`c${i}`, ["m1"], { attributes: { sex: "M", education: "higher" } }));
  const sex = { dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0.1, mode: "soft" as const };
  const round = parsed(
    handMade({ candidates: men, promotions: [promotionJson("p1", ...AUTUMN, { minSize: 2 })] }, ["placed"], {
      representativeness: [sex],
    }),
  );

  test("is met by no lawful assignment", () => {
    const { unreachable } = roundOverview(round);
    expect(unreachable.map(({ kind }) => kind)).toContain("category");
    const bands = (size: number) => dimensionBands(sex, size);
    for (const placements of everyAssignment(round) ?? []) {
      if (placements.length === 0 || verifyPlacements(round, placements).length > 0) continue;
      expect(deviationFrom(0, bands(placements.length).F ?? [0, 0])).toBeGreaterThan(0);
    }
  });

  test("a promotion that too few could join is named with both numbers", () => {
    const small = parsed(handMade({ candidates: men, promotions: [promotionJson("p1", ...AUTUMN, { minSize: 5 })] }, ["placed"]));
    expect(roundOverview(small).unreachable).toContainEqual({ kind: "too-few", promotion: "p1", candidates: 3, needed: 5 });
  });

  test("who is too old is not eligible, and says so", () => {
    const old = candidateJson("c9", ["m1"], { birthDate: "1990-01-01" });
    const overview = roundOverview(
      parsed(handMade({ candidates: [...men, old], promotions: [promotionJson("p1", ...AUTUMN)] }, ["placed"])),
    );
    expect(overview.candidates.ineligible).toEqual([{ candidate: "c9", issues: [{ code: "age", article: "10, 1°" }] }]);
    expect(overview.candidates.eligible).toBe(3);
  });
});

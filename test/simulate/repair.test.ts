import { describe, expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { Placement } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { pinIssues } from "../../engine/formulate/pin-issues.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { describeRepair } from "../../engine/simulate/repair/describe-repair.ts";
import { repairRound } from "../../engine/simulate/repair/repair-round.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { measureObjective } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { everyAssignment } from "../engine/every-assignment.ts";
import { solved } from "../engine/run-place.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";

const solver = checked(await loadHighs());

async function repaired(round: RoundJson, result: Result, patches: unknown) {
  const scenario = repairRound(round, result, patches, `${round.id}-repair`);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.issues));
  const answer = await solved(scenario.round);
  return {
    round: scenario.round,
    result: answer,
    repair: describeRepair({ round, result }, { round: scenario.round, result: answer }),
  };
}

/** c1 to c4 at four missions of four hosts, one place each; each would have their own, or one that the next has. */
const chain = (): RoundJson =>
  handMade(
    {
      hosts: ["h1", "h2", "h3", "h4", "h5"].map((id) => ({ id, municipality: "62063" })),
      missions: ["1", "2", "3", "4", "5"].map((n) => missionJson(`m${n}`, `h${n}`, { places: 1 })),
      promotions: [promotionJson("p1", ...AUTUMN)],
      candidates: [1, 2, 3, 4].map((n) => candidateJson(`c${n}`, [`m${n}`, `m${n + 1}`])),
    },
    ["changes", "placed", "wishes"],
  );

describe("repair", () => {
  test("a host that drops out changes the placement of who serves there, and says why; the others keep theirs", async () => {
    const round = chain();
    const { repair } = await repaired(round, await solved(round), [{ kind: "host-withdrawn", host: "h4" }]);
    expect(repair).toMatchObject({ published: 4, kept: 3, provenFewest: true, newlyPlaced: [] });
    expect(repair.changed).toMatchObject([{ candidate: "c4", from: { missions: ["m4"] }, to: { missions: ["m5"] } }]);
    expect(repair.changed[0]?.why.every(({ code }) => code === "withdrawn")).toBe(true);
  });
  test("who withdraws is counted out, and nobody is moved into their place who had one", async () => {
    const round = chain();
    const { repair } = await repaired(round, await solved(round), [{ kind: "candidate-withdrawn", candidate: "c2" }]);
    expect(repair).toMatchObject({ published: 4, kept: 3, provenFewest: true });
    expect(repair.changed).toMatchObject([{ candidate: "c2", to: null, why: [{ code: "left" }] }]);
  });
  test("whoever makes way is told for whom", async () => {
    const round = chain();
    const result = await solved(round);
    const pin = { candidate: "c1", promotion: "p1", missions: ["m2"] };
    const { repair } = await repaired(round, result, [{ kind: "pinned", pin }]);
    // c2 could also have gone to m3, whose c3 would have had to move: two changes are the fewest, and c2's is one of them.
    const c2 = repair.changed.find(({ candidate }) => candidate === "c2");
    expect(c2?.why).toEqual([{ code: "made-way", others: ["c1"] }]);
  });
  test("a round whose own tiers leave `changes` out gets it first", async () => {
    const round = handMade({ candidates: [candidateJson("c1", ["m1"])], missions: [missionJson("m1")] }, ["placed"]);
    const scenario = repairRound(round, await solved(round), [{ kind: "seed-changed", seed: "x" }], "r");
    expect(scenario.ok && scenario.round.policy?.tiers?.[0]).toEqual({ objectives: ["changes"] });
  });
  test("an unknown patch comes back with its place", async () => {
    const round = chain();
    const scenario = repairRound(round, await solved(round), [{ kind: "host-withdrawn", host: "nobody" }], "r");
    expect(scenario).toMatchObject({ ok: false, issues: [{ path: "/0/host" }] });
  });
  test("on tiny rounds no lawful placement changes fewer, by trying every one", async () => {
    let seen = 0;
    for (let seed = 40_000; seen < 12; seed++) {
      const given: RoundJson = { ...tinyRound(seed), policy: { ...tinyRound(seed).policy, tiers: [{ objectives: ["placed"] }] } };
      const [someone, ...others] = await placementsIn(given);
      if (someone === undefined) continue;
      const outcomes = [someone, ...others].map((one) => ({
        ...one,
        outcome: "placed" as const,
        rank: 1,
        delayDays: 0,
        reason: null,
      }));
      const withdrawn = [{ kind: "mission-withdrawn", mission: someone.missions[0] }];
      const scenario = repairRound(given, { outcomes }, withdrawn, "r");
      if (!scenario.ok) continue;
      const round = roundOf(scenario.round);
      const all = everyAssignment(round)?.filter((placements) => verifyPlacements(round, placements).length === 0) ?? [];
      if (all.length === 0) continue;
      seen++;
      const changesOf = (placements: readonly Placement[]) => Number(measureObjective(round, placements, "changes"));
      const fewest = Math.min(...all.map(changesOf));
      expect({ seed, changes: changesOf(await placementsIn(scenario.round)) }).toEqual({ seed, changes: fewest });
    }
  });
});

/** What the tiers alone make of a round, without reasons; nobody where it cannot be placed. */
async function placementsIn(round: RoundJson): Promise<readonly Placement[]> {
  const instance = buildInstance(roundOf(round));
  if (pinIssues(instance).length > 0) return [];
  const answer = await solveTiers(instance, { solver, now: () => performance.now() / 1000 });
  return answer.status === "solved" ? answer.arcs.map((arc) => placementOf(instance, arc)) : [];
}

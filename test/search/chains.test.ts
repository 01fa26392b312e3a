import { expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { findChains } from "../../engine/search/chains/find-chains.ts";
import { openPromotions } from "../../engine/search/chains/open-promotions.ts";
import { isLawful } from "../../engine/search/local/move-to.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import { constructiveStart } from "../../engine/search/start/constructive-start.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson, WINTER } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";

const ROUNDS = 300;
const endless = { longest: 4, most: Infinity, stop: () => false };

test("alternating chains and promotions held anew improve their stage, keep every rule, the stages before and those after that they are told to keep", () => {
  let [chains, promotions] = [0, 0];
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const instance = buildInstance(roundOf(tinyRound(seed)));
    const stages = stagesOf(instance);
    // From nobody placed, promotions are held anew for nearly every stage.
    const position = openPosition(instance, stages, seed % 4 === 0 ? [] : constructiveStart(instance));
    if (!isLawful(position)) continue;
    const values = () => position.dials.map(({ value }) => value());
    stages.forEach((stage, index) => {
      const keep = seed % 3;
      const before = values();
      const limits = before.slice(0, index).map((value, i) => (at(stages, i).sense === "minimise" ? value : -value));
      const task = { ...endless, instance, stages, limits, keep, position, target: stage.ideal };
      const opened = openPromotions(task);
      expect(isLawful(position)).toBe(true);
      promotions += opened;
      const { made } = findChains(task);
      const after = values();
      chains += made;
      expect(isLawful(position)).toBe(true);
      expect(at(after, index)).toBeLessThanOrEqual(at(before, index) - made - opened);
      for (let i = 0; i < Math.min(stages.length, index + 1 + keep); i++) expect(at(after, i)).toBeLessThanOrEqual(at(before, i));
    });
  }
  expect(chains).toBeGreaterThan(10);
  expect(promotions).toBeGreaterThan(10);
});

test("somebody serves where fewer do than the Regions' shares ask for, because two others move on", () => {
  const round = handMade(
    {
      missions: [
        missionJson("gent", "h2", { places: 1 }),
        missionJson("gent-2", "h2", { places: 1 }),
        missionJson("gent-3", "h2", { places: 1 }),
        missionJson("liege", "h1", { places: 1 }),
      ],
      promotions: [promotionJson("p", ...AUTUMN)],
      candidates: [
        candidateJson("first", ["gent", "liege"]),
        candidateJson("second", ["gent-2", "gent"]),
        candidateJson("third", ["gent-3", "gent-2"]),
      ],
    },
    ["placed", "regional-balance"],
    { regionalBalance: { targets: { VLG: 1, WAL: 0, BRU: 0 }, tolerance: 0, mode: "soft" } },
  );
  const instance = buildInstance(roundOf(round));
  const stages = stagesOf(instance);
  // Everybody on their second choice.
  const arcs = instance.round.candidates.map((_, candidate) => instance.arcs.firstOf(candidate) + 1);
  const position = openPosition(instance, stages, arcs);
  const values = () => position.dials.map(({ value }) => value());
  const find = (longest: number) =>
    findChains({ ...endless, longest, instance, stages, limits: [3], keep: 0, position, target: 0 }).made;
  expect(values()).toEqual([-3, 2]);
  expect(find(2)).toBe(0);
  expect(find(3)).toBe(1);
  expect(values()).toEqual([-3, 0]);
});

const FLANDERS = { regionalBalance: { targets: { VLG: 1, WAL: 0, BRU: 0 }, tolerance: 0, mode: "soft" } } as const;
const OF_WALLONIA = { zone: { regions: ["WAL"] } };
const OF_FLANDERS = { zone: { regions: ["VLG"] } };

/** A position with each candidate in their promotion, and what chains and promotions held anew are to do there: all stay placed. */
function placedIn(round: ReturnType<typeof handMade>, promotionOf: Readonly<Record<string, string>>) {
  const instance = buildInstance(roundOf(round));
  const { arcs } = instance;
  const { candidates, promotions } = instance.round;
  const chosen = candidates.map(({ id }, candidate) =>
    at(
      arcs.ofCandidate(candidate).filter((arc) => at(promotions, arcs.promotionOf(arc)).id === promotionOf[id]),
      0,
    ),
  );
  const stages = stagesOf(instance);
  const position = openPosition(instance, stages, chosen);
  const values = () => position.dials.map(({ value }) => value());
  return { task: { ...endless, instance, stages, limits: [candidates.length], keep: 0, position, target: 0 }, values };
}

test("who leaves a seat of their nearest date is not put back into it where somebody else waits for it", () => {
  const round = handMade(
    {
      missions: [missionJson("liege"), missionJson("gent", "h2")],
      promotions: [
        promotionJson("full", ...AUTUMN, { ...OF_WALLONIA, maxSize: 2 }),
        promotionJson("flemish", ...WINTER, OF_FLANDERS),
        promotionJson("later", ...WINTER, OF_WALLONIA),
      ],
      candidates: [
        candidateJson("mover", ["liege", "gent"]),
        candidateJson("stays", ["liege"]),
        candidateJson("waits", ["liege"]),
        candidateJson("there", ["gent"]),
      ],
    },
    ["placed", "regional-balance"],
    { ...FLANDERS, deferralGround: "replacement" },
  );
  const { task, values } = placedIn(round, { mover: "full", stays: "full", waits: "later", there: "flemish" });
  expect(isLawful(task.position)).toBe(true);
  expect(values()).toEqual([-4, 6]);
  expect(findChains(task).made).toBe(1);
  expect(isLawful(task.position)).toBe(true);
  expect(values()).toEqual([-4, 4]);
});

test("a promotion that needs several people is held where a stage gains by it, the place that is taken left for another", () => {
  const round = handMade(
    {
      missions: [missionJson("liege"), missionJson("gent", "h2", { places: 1 }), missionJson("gent-2", "h2")],
      promotions: [
        promotionJson("walloon", ...AUTUMN, OF_WALLONIA),
        promotionJson("empty", ...AUTUMN, { ...OF_FLANDERS, minSize: 2 }),
        promotionJson("flemish", ...AUTUMN, { ...OF_FLANDERS, maxSize: 2 }),
      ],
      candidates: [
        candidateJson("first", ["liege", "gent"]),
        candidateJson("second", ["liege", "gent-2"]),
        candidateJson("third", ["liege"]),
        candidateJson("holder", ["gent", "gent-2"]),
        candidateJson("there", ["gent-2"]),
      ],
    },
    ["placed", "regional-balance"],
    FLANDERS,
  );
  const { task, values } = placedIn(round, {
    first: "walloon",
    second: "walloon",
    third: "walloon",
    holder: "flemish",
    there: "flemish",
  });
  expect(values()).toEqual([-5, 6]);
  expect(openPromotions({ ...task, target: 6 })).toBe(0);
  expect(openPromotions(task)).toBe(1);
  expect(values()).toEqual([-5, 2]);
  expect(isLawful(task.position)).toBe(true);
});

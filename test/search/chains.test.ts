import { expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { findChains } from "../../engine/search/chains/find-chains.ts";
import { constructiveStart } from "../../engine/search/constructive-start.ts";
import { isLawful } from "../../engine/search/local/move-to.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";

const ROUNDS = 400;
const endless = { longest: 4, most: Infinity, stop: () => false };

test("alternating chains improve their stage, keep every rule, the stages before and those after that they are told to keep", () => {
  let chains = 0;
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const instance = buildInstance(roundOf(tinyRound(seed)));
    const stages = stagesOf(instance);
    const position = openPosition(instance, stages, constructiveStart(instance));
    if (!isLawful(position)) continue;
    const values = () => position.dials.map(({ value }) => value());
    stages.forEach((stage, index) => {
      const keep = seed % 3;
      const before = values();
      const limits = before.slice(0, index).map((value, i) => (at(stages, i).sense === "minimise" ? value : -value));
      const { made } = findChains({ ...endless, instance, stages, limits, keep, position, target: stage.ideal });
      const after = values();
      chains += made;
      expect(isLawful(position)).toBe(true);
      expect(at(after, index)).toBeLessThanOrEqual(at(before, index) - made);
      for (let i = 0; i < Math.min(stages.length, index + 1 + keep); i++) expect(at(after, i)).toBeLessThanOrEqual(at(before, i));
    });
  }
  expect(chains).toBeGreaterThan(20);
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

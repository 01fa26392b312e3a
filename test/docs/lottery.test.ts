import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { solved } from "../engine/run-place.ts";
import { roundOf } from "../input/round-of.ts";

const text = readFileSync(new URL("../../docs/lottery.md", import.meta.url), "utf8");
const IDS = ["c1", "c2", "c3"];

/** The example of the page. */
const example: RoundJson = {
  schema: "round/1",
  id: "example",
  profile: "be-2024-05-15",
  hosts: [{ id: "h1", municipality: "62063" }],
  missions: [
    { id: "m1", host: "h1", places: 1 },
    { id: "m2", host: "h1", places: 1 },
  ],
  promotions: [{ id: "p1", zone: { regions: ["WAL"] }, start: "2026-10-05", end: "2027-04-04", maxSize: 3 }],
  candidates: IDS.map((id) => ({
    id,
    birthDate: "2006-03-14",
    municipality: "62063",
    languages: ["fr"],
    chosenStart: "2026-10-01",
    choices: ["m1", "m2"],
  })),
  policy: { representativeness: null, regionalBalance: null, lowSkilled: null },
  seed: "autumn/1",
};

it("docs/lottery.md: the draws, their order and weights are those of sha256sum", () => {
  const draws = IDS.map((id) => [id, createHash("sha256").update(`autumn/1\n${id}`).digest("hex")] as const);
  const inOrder = draws.toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  inOrder.forEach(([id, draw], index) => {
    expect(text).toContain(`| ${id} | \`${draw}\` | ${index + 1} | ${3 - index} |`);
  });
});

it("docs/lottery.md: the engine places as the example says, with the value it says", async () => {
  const { outcomes, tiers } = await solved(example);
  const [m1, m2, none] = ["m1", "m2", undefined].map(
    (mission) => outcomes.find((outcome) => ("missions" in outcome ? outcome.missions[0] : undefined) === mission)?.candidate,
  );
  expect(text).toContain(
    `So ${m1} serves at m1, ${m2} at m2, ${none} is offered the reserve list, and the tier has the value 4.`,
  );
  expect(tiers.at(-1)).toMatchObject({ objectives: ["lottery"], value: 4, bound: null });
});

it("docs/lottery.md: each of the six sums is what the verifier measures", () => {
  const rows = [...text.matchAll(/^\| (c\d) \| (c\d) \| c\d \| .* = (\d+) \|$/gm)];
  expect(rows).toHaveLength(6);
  for (const [, first = "", second = "", sum] of rows) {
    const placements = [
      { candidate: first, promotion: "p1", missions: ["m1"] },
      { candidate: second, promotion: "p1", missions: ["m2"] },
    ];
    expect(measureTiers(roundOf(example), placements).at(-1)).toBe(Number(sum));
  }
});

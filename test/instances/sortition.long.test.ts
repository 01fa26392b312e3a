import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { panelsRound } from "../../datasets/sortition/panels-round.ts";
import { readPool } from "../../datasets/sortition/read-pool.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { run } from "../engine/run-place.ts";
import { roundOf } from "../input/round-of.ts";

/** The data is licensed under the GPL and not part of this repository; see datasets/sortition/README.md. */
const FOLDER = new URL("../../../shared/data/sortition_scotland22/", import.meta.url);
const here = existsSync(new URL("candidates.csv", FOLDER));
const textOf = (file: string) => readFileSync(new URL(file, FOLDER), "utf8");
const scotland = () => readPool(textOf("features.csv"), textOf("candidates.csv"), "nationbuilder_id");
const SIX = { panels: 6, size: 22 };
const PANELS = ["panel1", "panel2", "panel3", "panel4", "panel5", "panel6"];

describe.skipIf(!here)("six panels of 22 from the Scottish sortition pool", () => {
  it("are refused (shared data)", async () => {
    const instance = buildInstance(roundOf(panelsRound("six", scotland(), SIX)));
    const outcome = await solveTiers(instance, { solver: checked(await loadHighs()), now: () => performance.now() / 1000 });
    expect(outcome.status).toBe("infeasible");
  });

  it("are refused for a group with fewer people than six times its minimum, each of whom sits once (shared data)", {
    timeout: 600_000,
  }, async () => {
    const pool = scotland();
    const round = panelsRound("six", pool, SIX);
    const outcome = await run({ ...round, limits: { seconds: 500 } });
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    const { parts, minimal } = outcome.conflict;
    expect(minimal).toBe(true);
    const blamed = Map.groupBy(parts, ({ rule }) => rule);
    expect([...blamed.keys()].sort()).toEqual(["one-place", "promotion-size", "representativeness"]);
    const quotas = blamed.get("representativeness") ?? [];
    expect(quotas.map(({ subject }) => subject.promotion).sort()).toEqual(PANELS);
    expect(blamed.get("promotion-size")?.map(({ subject }) => subject.promotion)).toEqual(PANELS);
    const [group, ...others] = new Set(quotas.map(({ subject }) => `${subject.dimension} ${subject.category}`));
    expect(others).toEqual([]);
    const people = pool.members
      .filter(({ features }) => Object.entries(features).some(([feature, value]) => `${feature} ${value}` === group))
      .map(({ id }) => id);
    const min = pool.quotas.find(({ feature, value }) => `${feature} ${value}` === group)?.min ?? 0;
    expect(people.length).toBeLessThan(SIX.panels * min);
    expect(
      blamed
        .get("one-place")
        ?.map(({ subject }) => subject.candidate)
        .sort(),
    ).toEqual(people.sort());
  });
});

import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { nearCompositions } from "../../engine/search/columns/composition-bound.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import { locksFor } from "../../engine/search/locks.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { constructiveStart } from "../../engine/search/start/constructive-start.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

test("placements near the compositions that a bound chose are more representative than a start by hand, and none within the locks beats the bound", async () => {
  for (const seed of [6_001, 6_002]) {
    const round = roundOf(generateRound({ candidates: 100, seed, policy: { ground: "composition" } }));
    const instance = buildInstance({ ...round, limits: { ...round.limits, steps: 3_000 } });
    const stages = stagesOf(instance);
    const index = stages.findIndex(({ objectives }) => objectives.includes("representativeness"));
    const before = await solveTiers(instance, ports, { first: index });
    if (before.status !== "solved") throw new Error(before.status);
    const locks = locksFor(at(stages, index), before.stages, instance);
    const valuesOf = (arcs: readonly number[]) => {
      const { dials } = openPosition(instance, stages, arcs);
      return stages.map(({ sense }, i) => (sense === "minimise" ? 1 : -1) * at(dials, i).value());
    };
    const { arcs } = before;
    const limits = { maxSteps: 100_000, maxSeconds: 60, value: at(valuesOf(arcs), index), bound: 0 };
    const answer = await nearCompositions({ instance, stages, locks, arcs, ...limits, memory: new Map() }, ports);
    if (answer === null) throw new Error("no bound");
    const near = (answer.near ?? []).map((make) => valuesOf(make()));
    const byHand = at(valuesOf(constructiveStart(instance)), index);
    expect(Math.min(...near.map((values) => at(values, index)))).toBeLessThan(byHand);
    expect(answer.bound).toBeLessThanOrEqual(limits.value);
    for (const values of near) {
      const within = locks.every(({ stage, limit }, i) =>
        stage.sense === "minimise" ? at(values, i) <= limit : at(values, i) >= limit,
      );
      if (within) expect(at(values, index)).toBeGreaterThanOrEqual(answer.bound);
    }
  }
});

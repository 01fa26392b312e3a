import { describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { Placement } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { arcsOfPlacements } from "../../engine/model/arcs-of-placements.ts";
import { at } from "../../engine/model/instance.ts";
import { hasSizes, keepSizes } from "../../engine/search/programs/keep-sizes.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { everyAssignment } from "../engine/every-assignment.ts";

const ROUNDS = 60;

/** How many serve in each promotion, as a text. */
function sizesOf(placements: readonly Placement[]): string {
  const counts = [...Map.groupBy(placements, ({ promotion }) => promotion)].map(([id, own]) => `${id} ${own.length}`);
  return counts.sort().join(", ");
}

describe("the program with the sizes of a placement, against every assignment of tiny rounds", () => {
  it("has the best of the lawful placements of these sizes as its optimum", { timeout: 120_000 }, async () => {
    const solver = checked(await loadHighs());
    let [asked, improved] = [0, 0];
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const parsed = parseRoundValue(tinyRound(seed));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      const { round } = parsed;
      const instance = buildInstance(round);
      const lawful = (everyAssignment(round) ?? []).filter((placements) => verifyPlacements(round, placements).length === 0);
      for (const stage of stagesOf(instance)) {
        const formulation = formulate(instance, [], stage);
        if (!hasSizes(instance, formulation)) continue;
        const measured = (placements: readonly Placement[]) =>
          at([at(measureTiers(round, placements), stage.tier)].flat(), stage.entry);
        for (const same of Map.groupBy(lawful, sizesOf).values()) {
          const values = same.map(measured);
          const start = formulation.complete(arcsOfPlacements(instance, at(same, 0)));
          const answer = await solver.solve(keepSizes(instance, formulation, start), { start });
          const best = stage.sense === "minimise" ? Math.min(...values) : Math.max(...values);
          expect({ seed, found: "objective" in answer ? answer.objective : answer.status }).toEqual({ seed, found: best });
          asked++;
          if (best !== values[0]) improved++;
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
    expect(improved).toBeGreaterThan(10);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { groupRows, partOf } from "../../engine/conflict/row-groups.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulateRules } from "../../engine/formulate/formulate.ts";
import { at } from "../../engine/model/instance.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const solver = checked(await loadHighs());

test("part of the rules, with only the definitions it needs, has a solution exactly where the whole program without the other rules has", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(100_000), fc.infiniteStream(fc.boolean()), async (seed, coins) => {
      const { model } = formulateRules(buildInstance(roundOf(tinyRound(seed))));
      const groups = groupRows(model, true).filter(({ origin }) => origin.source === "one-place" || coins.next().value);
      const kept = new Set(groups.flatMap(({ rows }) => rows));
      const stays = (row: number) => kept.has(row) || at(model.rowOrigins, row).definition === true;
      const loosened = {
        ...model,
        rowLower: model.rowLower.map((bound, row) => (stays(row) ? bound : -Infinity)),
        rowUpper: model.rowUpper.map((bound, row) => (stays(row) ? bound : Infinity)),
      };
      const [part, whole] = [await solver.solve(partOf(model, groups).model, {}), await solver.solve(loosened, {})];
      expect(part.status).toBe(whole.status);
    }),
    { numRuns: 60 },
  );
});

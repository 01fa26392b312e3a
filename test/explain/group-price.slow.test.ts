import { expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { keepOf } from "../../engine/explain/base-run.ts";
import { placementsOf } from "../../engine/explain/desk.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { earlyPrices } from "../../engine/explain/price/early-prices.ts";
import { firstBroken } from "../../engine/explain/price/first-broken.ts";
import { groupPrices } from "../../engine/explain/price/group-price.ts";
import { priceOf } from "../../engine/explain/price/price.ts";
import { seekForWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { composedRound } from "./composed-round.ts";

const ENOUGH = { steps: 1e9, stepsPerSolve: 1e6, seconds: 1e9 };
const now = () => 0;

it("asking for many alternatives at once, by programs or by prices of places and seats, gives each the price that asking for it alone gives", {
  timeout: 120_000,
}, async () => {
  const solver = checked(await loadHighs());
  const met = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const parsed = parseRoundValue(seed % 2 === 0 ? tinyRound(seed) : composedRound(seed));
    if (!parsed.ok) continue;
    const instance = buildInstance(parsed.round);
    const solved = await solveTiers(instance, { solver, now });
    if (solved.status !== "solved") continue;
    const { base, sought, tight } = await seekForWaiting(
      instance,
      solved,
      { now },
      openEffort({ ...ENOUGH, steps: 300 }, { now }),
      {
        brokenWith: (own, demands) => firstBroken(own, demands, { solver, effort: openEffort(ENOUGH, { now }) }),
      },
    );
    const asked = sought.filter(({ demand }) => demand.arcs.length > 0);
    for (const { demand, witness } of asked) {
      if (witness === null) continue;
      expect(witness.arcs().some((arc) => demand.arcs.includes(arc))).toBe(true);
      expect(keepOf(base, base.measure(witness.arcs()))).toEqual({ kept: witness.kept, beyond: witness.beyond });
      expect(verifyPlacements(parsed.round, placementsOf(instance, witness.arcs()))).toEqual([]);
    }
    const prices = await groupPrices(base, asked, { solver, effort: openEffort(ENOUGH, { now }) });
    const early = await earlyPrices(base, { sought: asked, tight }, { solver, effort: openEffort(ENOUGH, { now }) });
    for (const [i, { demand, broken }] of asked.entries()) {
      const together = prices.get(i);
      const alone = await priceOf(base, [demand], { solver, effort: openEffort(ENOUGH, { now }) });
      met.add(alone.status);
      if (broken !== null) {
        met.add("broken at the latest");
        expect(["breaks", "unlawful"]).toContain(alone.status);
        if (alone.status === "breaks") {
          expect(alone.stage).toBeLessThanOrEqual(broken.stage);
          if (alone.stage === broken.stage) expect(alone.by).toBeGreaterThanOrEqual(broken.by);
        }
      }
      const shown = early.get(i);
      if (shown !== undefined) {
        met.add(`early ${shown.status}`);
        expect(shown.status).toBe(alone.status);
        if (shown.status === "breaks" && alone.status === "breaks") {
          expect(shown.stage).toBe(alone.stage);
          expect(shown.by).toBeLessThanOrEqual(alone.by);
        }
      }
      expect(together?.status).toBe(alone.status);
      if (together?.status !== "breaks" || alone.status !== "breaks") continue;
      expect(together.stage).toBe(alone.stage);
      expect(together.by).toBeLessThanOrEqual(alone.by);
      expect(together.atMost).toBeGreaterThanOrEqual(alone.by);
    }
  }
  expect([...met].sort()).toEqual(["breaks", "broken at the latest", "early breaks", "early unlawful", "free", "unlawful"]);
});

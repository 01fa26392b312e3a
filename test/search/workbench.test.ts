import { describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { anneal } from "../../engine/search/anneal.ts";
import { constructiveStart } from "../../engine/search/constructive-start.ts";
import { randomFrom } from "../../engine/search/random.ts";
import { keepsSizes, randomMove, undo } from "../../engine/search/random-move.ts";
import { openWorkbench } from "../../engine/search/workbench.ts";
import { pointViolations } from "../../engine/solvers/check-point.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const ROUNDS = 80;
const MOVES = 40;
const rounds = Array.from({ length: ROUNDS }, (_, i) => roundOf(tinyRound(9_000 + i)));

describe("the workbench, on random moves in tiny rounds", () => {
  it("knows every stage's value as the verifier measures it, after every move and after taking it back", () => {
    let compared = 0;
    for (const round of rounds) {
      const instance = buildInstance(round);
      if (instance.arcs.length === 0) continue;
      const stages = stagesOf(instance);
      const bench = openWorkbench(instance, stages, []);
      const random = randomFrom(round.id);
      const check = () => {
        const placements = bench.ledger.chosen().map((arc) => placementOf(instance, arc));
        const measured = measureTiers(round, placements);
        const values = bench.values.map((value, i) => (at(stages, i).sense === "minimise" ? value() : -value()));
        expect(values.map((value) => value + 0)).toEqual(stages.map(({ tier, entry }) => [measured[tier] ?? []].flat()[entry]));
        compared++;
      };
      for (let move = 0; move < MOVES; move++) {
        const before = bench.ledger.chosen();
        const log = randomMove(bench, random);
        check();
        if (move % 3 > 0) continue;
        undo(bench, log);
        expect(bench.ledger.chosen()).toEqual(before);
        check();
      }
    }
    expect(compared).toBeGreaterThan(2_000);
  });

  it("sees no breach exactly where the verifier is silent, sizes kept", () => {
    const seen = { lawful: 0, unlawful: 0 };
    for (const round of rounds) {
      const instance = buildInstance(round);
      if (instance.arcs.length === 0) continue;
      const bench = openWorkbench(instance, stagesOf(instance), []);
      const random = randomFrom(round.id);
      for (let move = 0; move < MOVES; move++) {
        randomMove(bench, random);
        const arcs = bench.ledger.chosen();
        const everySize = instance.seats
          .map((_, promotion) => at(instance.arcsOfPromotion, promotion)[0])
          .filter((arc) => arc !== undefined);
        const noOwed = instance.seats.every(
          ({ owed }, promotion) => owed === 0 || at(instance.arcsOfPromotion, promotion).length > 0,
        );
        const kept = noOwed && keepsSizes(bench, everySize) && bench.breaches.every((breach) => breach() === 0);
        const usable = arcs.every((arc) => bench.usable(arc));
        const placements = arcs.map((arc) => placementOf(instance, arc));
        const silent = verifyPlacements(round, placements).length === 0;
        expect({ id: round.id, placements, lawful: kept && usable }).toEqual({ id: round.id, placements, lawful: silent });
        seen[silent ? "lawful" : "unlawful"]++;
      }
    }
    expect(seen.lawful).toBeGreaterThan(200);
    expect(seen.unlawful).toBeGreaterThan(200);
  });
});

describe("annealing", () => {
  it("keeps every row and limit, never ends worse than it began, and ends the same for the same seed", () => {
    for (const round of rounds) {
      const instance = buildInstance(round);
      const { model, complete } = formulate(instance, [], null);
      const start = constructiveStart(instance);
      if (pointViolations(model, complete(start)).length > 0) continue;
      const stages = stagesOf(instance);
      const task = { instance, stages, limits: [], arcs: start, moves: 400, seed: "s", stop: () => false };
      const arcs = anneal(task);
      expect(pointViolations(model, complete(arcs))).toEqual([]);
      expect(anneal(task)).toEqual(arcs);
      const value = (chosen: readonly number[]) => openWorkbench(instance, stages, chosen).values.map((meter) => meter());
      const [before, after] = [value(start), value(arcs)];
      const decisive = before.findIndex((entry, i) => entry !== after[i]);
      expect(decisive < 0 || at(after, decisive) < at(before, decisive)).toBe(true);
    }
  });
});

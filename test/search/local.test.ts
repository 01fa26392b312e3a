import { describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import { anneal } from "../../engine/search/local/anneal.ts";
import { menderOf } from "../../engine/search/local/mender.ts";
import { movesOn } from "../../engine/search/local/moves.ts";
import { openPosition, type Position } from "../../engine/search/local/position.ts";
import { type Random, randomFrom } from "../../engine/search/random.ts";
import { constructiveStart } from "../../engine/search/start/constructive-start.ts";
import { pointViolations } from "../../engine/solvers/check-point.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const ROUNDS = 80;
const MOVES = 40;
const rounds = Array.from({ length: ROUNDS }, (_, i) => roundOf(tinyRound(9_000 + i)));

/** One move of any kind. */
function anyMove(instance: Instance, position: Position, random: Random): void {
  const moves = movesOn(position, random);
  const arc = random.below(instance.arcs.count);
  const { candidate, promotion } = instance.arcs.get(arc);
  const kind = random.below(5);
  if (kind === 0) moves.drop(candidate);
  else if (kind === 1 && position.size[promotion] === 0) moves.openUp(promotion);
  else if (kind === 2) moves.giveUp(promotion);
  else if (position.compact.usable(arc) && position.chosen[candidate] !== arc) {
    if (kind === 3) moves.exchange(arc);
    else moves.force(arc);
  }
}

describe("a position, on random moves in tiny rounds", () => {
  it("knows every stage's value as the verifier measures it, after every move and after taking it back", () => {
    let compared = 0;
    for (const round of rounds) {
      const instance = buildInstance(round);
      if (instance.arcs.count === 0) continue;
      const stages = stagesOf(instance);
      const position = openPosition(instance, stages, []);
      const random = randomFrom(round.id);
      const check = () => {
        const measured = measureTiers(
          round,
          position.arcs().map((arc) => placementOf(instance, arc)),
        );
        const values = position.dials.map(({ value }, i) => (at(stages, i).sense === "minimise" ? value() : -value()));
        expect(values.map((value) => value + 0)).toEqual(stages.map(({ tier, entry }) => [measured[tier] ?? []].flat()[entry]));
        compared++;
      };
      for (let move = 0; move < MOVES; move++) {
        const before = position.arcs();
        anyMove(instance, position, random);
        check();
        if (move % 3 > 0) {
          position.accept();
          continue;
        }
        position.undo();
        expect(position.arcs()).toEqual(before);
        check();
      }
    }
    expect(compared).toBeGreaterThan(2_000);
  });

  it("knows what an exchange of two people does to a promotion's bands before it is made", () => {
    let compared = 0;
    for (const round of rounds) {
      const instance = buildInstance(round);
      const position = openPosition(instance, stagesOf(instance), constructiveStart(instance));
      const { chosen, composition } = position;
      if (composition === null) continue;
      for (const arc of instance.arcs.all()) {
        const [coming, promotion] = [instance.arcs.candidateOf(arc), instance.arcs.promotionOf(arc)];
        if (at(chosen, coming) >= 0 || at(position.size, promotion) === 0) continue;
        const lost = position.member(promotion, 0);
        const before = at(composition.deviations, promotion);
        const change = composition.changeOf(promotion, instance.arcs.candidateOf(lost), coming);
        position.remove(lost);
        position.add(arc);
        expect(at(composition.deviations, promotion) - before).toBe(change);
        position.undo();
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  it("sees no breach exactly where the verifier is silent, sizes kept", () => {
    const seen = { lawful: 0, unlawful: 0 };
    for (const round of rounds) {
      const instance = buildInstance(round);
      if (instance.arcs.count === 0) continue;
      const position = openPosition(instance, stagesOf(instance), []);
      const random = randomFrom(round.id);
      for (let move = 0; move < MOVES; move++) {
        anyMove(instance, position, random);
        position.accept();
        const kept = instance.seats.every(({ needed, owed }, promotion) => {
          const size = at(position.size, promotion);
          return size >= owed && (size === 0 || size >= needed);
        });
        const rules = position.breaches.every((breach) => breach() === 0) && (position.idle?.count() ?? 0) === 0;
        const placements = position.arcs().map((arc) => placementOf(instance, arc));
        const silent = verifyPlacements(round, placements).length === 0;
        expect({ id: round.id, placements, lawful: kept && rules }).toEqual({ id: round.id, placements, lawful: silent });
        seen[silent ? "lawful" : "unlawful"]++;
      }
    }
    expect(seen.lawful).toBeGreaterThan(200);
    expect(seen.unlawful).toBeGreaterThan(200);
  });

  it("notices every seat that a move leaves idle, and leaves none where it says it has mended", () => {
    const seen = { mended: 0, idle: 0 };
    for (const round of rounds) {
      const instance = buildInstance(round);
      const start = constructiveStart(instance);
      const { model, complete } = formulate(instance, [], null);
      if (instance.arcs.count === 0 || pointViolations(model, complete(start)).length > 0) continue;
      const position = openPosition(instance, stagesOf(instance), start);
      const { idle } = position;
      if (idle === null) continue;
      const random = randomFrom(round.id);
      const mend = menderOf(position, random);
      for (let move = 0; move < MOVES; move++) {
        anyMove(instance, position, random);
        expect(idle.find() >= 0).toBe(idle.count() > 0);
        if (idle.count() > 0) seen.idle++;
        if (!mend()) {
          position.undo();
          continue;
        }
        expect(idle.count()).toBe(0);
        position.accept();
        seen.mended++;
      }
    }
    expect(seen.idle).toBeGreaterThan(100);
    expect(seen.mended).toBeGreaterThan(100);
  });
});

describe("annealing", () => {
  it("keeps every row and limit, never ends worse than it began, and ends the same for the same seed", () => {
    let better = 0;
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
      const values = (chosen: readonly number[]) => openPosition(instance, stages, chosen).dials.map(({ value }) => value());
      const [before, after] = [values(start), values(arcs)];
      const decisive = before.findIndex((entry, i) => entry !== after[i]);
      expect(decisive < 0 || at(after, decisive) < at(before, decisive)).toBe(true);
      if (decisive >= 0) better++;
    }
    expect(better).toBeGreaterThan(10);
  });
});

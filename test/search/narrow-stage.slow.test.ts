import { describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { Round } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { arcsOfPlacements } from "../../engine/model/arcs-of-placements.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import { better } from "../../engine/search/allowance.ts";
import { compositionBound } from "../../engine/search/columns/composition-bound.ts";
import { keepPrices, narrowByLock } from "../../engine/search/columns/kept-prices.ts";
import type { Narrowing } from "../../engine/search/columns/narrow.ts";
import { narrowStage } from "../../engine/search/columns/narrow-stage.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import { type FoundStage, locksFor } from "../../engine/search/locks.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { bruteForce } from "../engine/brute-force.ts";
import { everyAssignment } from "../engine/every-assignment.ts";

const SEEDS = Array.from({ length: 40 }, (_, i) => 3_001 + i);
/** The bound by compositions asks no solver. */
const NO_SOLVER: Solver = {
  name: "none",
  version: "0",
  solve: () => Promise.reject(new Error("no solver is asked")),
};

/** A tiny round in which composition is a tier, with its lawful placements by their arcs; `null` if there is no such thing. */
function roundWithComposition(seed: number) {
  const parsed = parseRoundValue(tinyRound(seed));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { round } = parsed;
  const all = (round.policy.representativeness ?? []).length === 0 ? null : everyAssignment(round);
  const best = all === null ? null : bruteForce(round);
  if (all === null || best === null) return null;
  return { round, best, lawful: all.filter((placements) => verifyPlacements(round, placements).length === 0) };
}

/** Whether a placement has any of what is closed. */
function hasClosed({ arcs }: Instance, { closedArcs, closedSizes }: Narrowing, placement: readonly number[]): boolean {
  const sizes = new Map<number, number>();
  for (const arc of placement) sizes.set(arcs.promotionOf(arc), (sizes.get(arcs.promotionOf(arc)) ?? 0) + 1);
  return (
    placement.some((arc) => closedArcs[arc] === 1) ||
    [...sizes].some(([promotion, size]) => closedSizes.get(promotion)?.has(size) ?? false)
  );
}

const countClosed = ({ closedArcs }: Narrowing): number => closedArcs.reduce((sum, one) => sum + one, 0);

/**
 * What is closed for an incumbent that is worse than the best by `slack`, and what placements that beat it have of it; and the same of what the lock on
 * representativeness closes for the stages after it, and the placements within the locks.
 */
async function closuresOf(
  round: Round,
  best: readonly (readonly number[])[],
  lawful: NonNullable<ReturnType<typeof everyAssignment>>,
) {
  const instance = buildInstance(round);
  const stages = stagesOf(instance);
  const solved: FoundStage[] = [];
  const lists = lawful.map((placements) => arcsOfPlacements(instance, placements));
  const values = lists.map((arcs) => {
    const { dials } = openPosition(instance, stages, arcs);
    return stages.map(({ sense }, i) => (sense === "maximise" ? 0 - at(dials, i).value() : at(dials, i).value()));
  });
  let [closed, byLock, wrong] = [0, 0, 0];
  const memory = new Map<string, unknown>();
  for (const [index, stage] of stages.entries()) {
    const truth = at(at(best, stage.tier), stage.entry);
    const locks = locksFor(stage, solved, instance);
    const isWithin = (own: readonly number[]) =>
      locks.every(({ limit, stage: { sense } }, k) => !better(limit, at(own, k), sense));
    const beyondLock = narrowByLock({ instance, stages, memory }, locks);
    if (beyondLock !== undefined) {
      byLock += countClosed(beyondLock);
      wrong += lists.filter((arcs, i) => isWithin(at(values, i)) && hasClosed(instance, beyondLock, arcs)).length;
    }
    for (const slack of [0, 1, 3]) {
      const value = stage.sense === "minimise" ? truth + slack : truth - slack;
      const limits = { maxSteps: 500, maxSeconds: 60 };
      const question = { instance, stages, locks, arcs: [], value, bound: stage.ideal, ...limits, memory: new Map() };
      const multipliers = (await compositionBound(question, { solver: NO_SOLVER, now: () => 0 }))?.multipliers;
      if (multipliers === undefined) continue;
      keepPrices({ memory }, { stage, locks }, multipliers);
      const narrowing = narrowStage(question, multipliers);
      closed += narrowing === null ? 1 : countClosed(narrowing);
      wrong += lists.filter((arcs, i) => {
        const own = at(values, i);
        if (!isWithin(own) || !better(at(own, index), value, stage.sense)) return false;
        return narrowing === null || hasClosed(instance, narrowing, arcs);
      }).length;
    }
    solved.push({ stage, found: truth, bound: truth });
  }
  return { closed, byLock, wrong };
}

describe("what prices of whole compositions close, against brute force on tiny rounds under every order of tiers", () => {
  it("is in no lawful placement within the locks that beats the incumbent", { timeout: 120_000 }, async () => {
    let [closed, byLock] = [0, 0];
    for (const seed of SEEDS) {
      const known = roundWithComposition(seed);
      if (known === null) continue;
      const found = await closuresOf(known.round, known.best, known.lawful);
      expect({ seed, wrong: found.wrong }).toEqual({ seed, wrong: 0 });
      closed += found.closed;
      byLock += found.byLock;
    }
    expect(closed).toBeGreaterThan(100);
    expect(byLock).toBeGreaterThan(10);
  });
});

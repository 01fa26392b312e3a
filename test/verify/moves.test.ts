import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { constructiveStart } from "../../engine/search/start/constructive-start.ts";
import { openCasefile, type Service } from "../../engine/verify/casefile.ts";
import { keeps, type TierLimits } from "../../engine/verify/exchange/limits.ts";
import type { Move } from "../../engine/verify/exchange/moved.ts";
import { openBench } from "../../engine/verify/exchange/moves.ts";
import { measureCase, tierSense } from "../../engine/verify/measure-tiers.ts";
import { openingsOf } from "../../engine/verify/openings.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const asPlacement = ({ candidate, promotion, missions }: Service) => ({
  candidate: candidate.id,
  promotion: promotion.id,
  missions: missions.map(({ id }) => id),
});

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

describe("tries of moves on a bench", () => {
  it("are allowed exactly where the placements after them, measured as a whole, keep every rule and every tier's limit", () => {
    const seen = { allowed: 0, refused: 0 };
    const draws = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), draws, fc.integer({ min: 0, max: 3 }), (seed, moves, slack) => {
        const round = roundOf(tinyRound(seed));
        const instance = buildInstance(round);
        const casefile = openCasefile(
          round,
          constructiveStart(instance).map((arc) => placementOf(instance, arc)),
        );
        const values = measureCase(casefile);
        const limits: TierLimits = round.policy.tiers.map((tier, i) => {
          if (tier.objectives.includes("lottery")) return null;
          const sense = tierSense(round, tier);
          const by = sense === "minimise" ? slack : -slack;
          const lock = [values[i] ?? 0].flat().map((value) => value + by);
          return { sense, value: slack === 0 ? (values[i] ?? 0) : null, lock: slack === 0 ? null : lock };
        });
        const bench = openBench(casefile, limits);
        for (const [who, where, which] of moves) {
          const candidate = pick(round.candidates, who);
          const opening = candidate === undefined ? undefined : pick(openingsOf(candidate, casefile), where);
          const promotion = opening === undefined ? undefined : pick(opening.group.promotions, which);
          if (candidate === undefined || opening === undefined || promotion === undefined) continue;
          const from = casefile.services.find((service) => service.candidate === candidate) ?? null;
          const move: Move = { from, to: { ...opening.wish, promotion, rank: opening.rank } };
          const others = casefile.services.filter((service) => service !== from);
          const after = [...others, move.to].map(asPlacement);
          const now = measureCase(openCasefile(round, after));
          const lawful = verifyPlacements(round, after).length === 0;
          const allowed = lawful && now.every((value, i) => keeps(value, limits[i]));
          expect(bench.allows([move])).toBe(allowed);
          seen[allowed ? "allowed" : "refused"] += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(seen.allowed).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(200);
  });
});

import { describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate, formulateRules } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { Instance } from "../../engine/model/instance.ts";
import { evaluate } from "../../engine/model/linear-expression.ts";
import { pointViolations } from "../../engine/solvers/check-point.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { everyAssignment } from "./every-assignment.ts";

const ROUNDS = 150;

function tiny(seed: number): Round {
  const parsed = parseRoundValue(tinyRound(seed));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.round;
}

/** The arcs of a list of placements, or `null` when one of them has none. */
function arcsOf(instance: Instance, placements: readonly Placement[]): readonly number[] | null {
  const columns = new Map(instance.arcs.all().map((column) => [JSON.stringify(placementOf(instance, column)), column]));
  const arcs = placements.map((placement) => columns.get(JSON.stringify(placement)));
  return arcs.every((arc) => arc !== undefined) ? arcs : null;
}

describe("the integer program, against the verifier on every assignment of tiny rounds", () => {
  it("has rows that hold exactly where the verifier is silent", () => {
    let lawful = 0;
    let unlawful = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const round = tiny(seed);
      const instance = buildInstance(round);
      const formulations = [formulate(instance, [], null), formulateRules(instance)];
      for (const placements of everyAssignment(round) ?? []) {
        const arcs = arcsOf(instance, placements);
        const silent = verifyPlacements(round, placements).length === 0;
        for (const { model, complete } of formulations) {
          const holds = arcs !== null && pointViolations(model, complete(arcs)).length === 0;
          if (holds !== silent) {
            expect.fail(
              `seed ${seed}: rows ${holds}, verifier ${JSON.stringify(verifyPlacements(round, placements))} ${JSON.stringify(placements)}`,
            );
          }
        }
        if (silent) lawful++;
        else unlawful++;
      }
    }
    expect(lawful).toBeGreaterThan(300);
    expect(unlawful).toBeGreaterThan(10_000);
  });

  it("gives every lawful placement the tier values that the verifier measures", () => {
    let compared = 0;
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const round = tiny(seed);
      const instance = buildInstance(round);
      const formulations = stagesOf(instance).map((stage) => ({ stage, ...formulate(instance, [], stage) }));
      for (const placements of everyAssignment(round) ?? []) {
        const arcs = arcsOf(instance, placements);
        if (arcs === null || verifyPlacements(round, placements).length > 0) continue;
        const measured = measureTiers(round, placements);
        for (const { stage, model, objective, complete } of formulations) {
          const point = complete(arcs);
          const value = [measured[stage.tier] ?? []].flat()[stage.entry];
          const broken = pointViolations(model, point);
          if (broken.length > 0 || evaluate(objective, point) !== value) {
            expect.fail(
              `seed ${seed} ${stage.objectives}: ${evaluate(objective, point)} for ${value}, ${JSON.stringify(broken)} ${JSON.stringify(placements)}`,
            );
          }
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(4_000);
  });

  it("has a lock of each stage that holds exactly for the lawful placements within it", () => {
    let [within, beyond] = [0, 0];
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const round = tiny(seed);
      const instance = buildInstance(round);
      const lawful = (everyAssignment(round) ?? []).filter((placements) => verifyPlacements(round, placements).length === 0);
      if (lawful.length === 0) continue;
      const values = lawful.map((placements) => measureTiers(round, placements));
      for (const stage of stagesOf(instance)) {
        const own = values.map((measured) => [measured[stage.tier] ?? []].flat()[stage.entry] ?? 0);
        const limit = stage.sense === "minimise" ? Math.min(...own) : Math.max(...own);
        const { model, complete } = formulate(instance, [{ stage, limit, bound: null }], null);
        lawful.forEach((placements, i) => {
          const holds = pointViolations(model, complete(arcsOf(instance, placements) ?? [])).length === 0;
          const isWithin = stage.sense === "minimise" ? (own[i] ?? 0) <= limit : (own[i] ?? 0) >= limit;
          expect({ seed, objectives: stage.objectives, i, holds }).toEqual({
            seed,
            objectives: stage.objectives,
            i,
            holds: isWithin,
          });
          if (isWithin) within++;
          else beyond++;
        });
      }
    }
    expect(within).toBeGreaterThan(1_000);
    expect(beyond).toBeGreaterThan(500);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { type Relaxation, type RelaxationKind, relaxedRound } from "../../engine/conflict/relaxation.ts";
import { relaxationPatches } from "../../engine/conflict/relaxation-patches.ts";
import type { RuleId } from "../../engine/domain/policy.ts";
import type { Round } from "../../engine/domain/round.ts";
import { MAX_PATCHES } from "../../engine/input/patch-schema.ts";
import { at } from "../../engine/model/instance.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { roundOf } from "../input/round-of.ts";
import { asPatched } from "./as-patched.ts";

const one = (kind: RelaxationKind, rule: RuleId, subject: Relaxation["subject"], from: number | null, to: number | null) => {
  return { kind, rule, article: "", subject, from, to, by: 1 };
};

/** Everything in a round that can give way by one, as if all of it had to. */
function everyRelaxation({ pins, promotions, missions, hosts, policy }: Round): readonly Relaxation[] {
  const { regionalBalance, crossRegion, representativeness } = policy;
  return [
    ...pins.map(({ candidate }, pin) => one("pin-dropped", "pins", { pin: String(pin), candidate }, null, null)),
    ...promotions.flatMap(({ id, minSize, maxSize }) => [
      one("promotion-not-held", "promotion-size", { promotion: id }, null, null),
      one("promotion-min-size", "promotion-size", { promotion: id }, minSize, Math.max(0, minSize - 1)),
      one("promotion-max-size", "promotion-size", { promotion: id }, maxSize, maxSize + 1),
    ]),
    ...missions.map(({ id, places }) => one("mission-places", "mission-capacity", { mission: id }, places, places + 1)),
    ...hosts.map(({ id, places }) => one("host-places", "mission-capacity", { host: id }, places, (places ?? 0) + 1)),
    ...(representativeness ?? []).flatMap((setting) => {
      const { dimension } = setting;
      if (!("quotas" in setting)) {
        return [one("dimension-tolerance", "representativeness", { dimension }, setting.tolerance, 0.987654)];
      }
      return Object.entries(setting.quotas).flatMap(([category, { min, max }]) => [
        one("quota-min", "representativeness", { dimension, category }, min, Math.max(0, min - 1)),
        one("quota-max", "representativeness", { dimension, category }, max, max + 1),
      ]);
    }),
    ...(regionalBalance === null ? [] : [one("region-tolerance", "regional-balance", {}, regionalBalance.tolerance, 0.876543)]),
    ...(crossRegion === null ? [] : [one("cross-region-minimum", "cross-region", {}, crossRegion.minimum, 0)]),
  ];
}

describe("the patches of relaxations", () => {
  test("any of them together, sent as a scenario, give the round that the relaxations give", () => {
    const seen = new Set<RelaxationKind>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.infiniteStream(fc.boolean()), (seed, coins) => {
        const json = tinyRound(seed);
        const round = roundOf(json);
        const some = everyRelaxation(round).filter(() => coins.next().value === true);
        fc.pre(some.length > 0);
        const scenario = applyPatches(json, relaxationPatches(round, some), round.id);
        if (!scenario.ok) throw new Error(JSON.stringify(scenario.issues));
        expect(asPatched(roundOf(scenario.round))).toEqual(asPatched(relaxedRound(round, some)));
        for (const { kind } of some) seen.add(kind);
      }),
      { numRuns: 200 },
    );
    expect(seen.size).toBe(11);
  });
  test("are none where a scenario may not have as many", () => {
    const round = roundOf(tinyRound(1));
    const { id } = at(round.missions, 0);
    const more = Array.from({ length: MAX_PATCHES + 1 }, () => one("mission-places", "mission-capacity", { mission: id }, 1, 2));
    expect(relaxationPatches(round, more)).toBeNull();
    expect(relaxationPatches(round, more.slice(1))).toHaveLength(MAX_PATCHES);
  });
});

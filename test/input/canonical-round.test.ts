import fc from "fast-check";
import { expect, test } from "vitest";
import { policyHash } from "../../engine/input/canonical-round.ts";
import { profileOf } from "../../engine/profiles/catalogue.ts";
import { type Loose, smallRound } from "./round-fixture.ts";
import { issuesOf, roundOf } from "./round-of.ts";

/** Every list of the fixture that is a set: those whose order must not matter. */
function setLists(round: Loose): Loose[][] {
  return [
    round.hosts,
    ...round.hosts.flatMap((host: Loose) => [host.unavailable ?? [], host.offers ?? []]),
    round.missions,
    ...round.missions.flatMap((mission: Loose) => [mission.occupied ?? [], mission.languages ?? [], mission.offers ?? []]),
    round.promotions,
    ...round.promotions.flatMap((promotion: Loose) => [promotion.members ?? [], ...Object.values(promotion.zone)]),
    round.candidates,
    ...round.candidates.flatMap((candidate: Loose) => [candidate.languages ?? [], candidate.needs ?? []]),
    round.pins,
    round.published,
    round.policy.representativeness,
  ];
}

/** Shuffles in place by the numbers drawn. */
function shuffle(list: Loose[], keys: readonly number[]): void {
  const drawn = list.map((entry, index) => [keys[index % keys.length] ?? 0, entry] as const);
  list.splice(0, list.length, ...drawn.sort(([a], [b]) => a - b).map(([, entry]) => entry));
}

/** The same objects with their fields in reverse. */
function reverseFields(value: Loose): Loose {
  if (Array.isArray(value)) return value.map(reverseFields);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseFields(inner)]),
  );
}

test("a round is the same round whatever the order of its lists and fields; only the places of pins differ", () => {
  const withoutPinPaths = (round: ReturnType<typeof roundOf>) => ({
    ...round,
    pins: round.pins.map(({ path: _, ...pin }) => pin),
  });
  const expected = withoutPinPaths(roundOf(smallRound()));
  const keys = fc.array(fc.integer(), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(keys, { minLength: 60, maxLength: 60 }), fc.boolean(), (draws, reverse) => {
      const round = smallRound();
      for (const [index, list] of setLists(round).entries()) shuffle(list, draws[index] ?? [0]);
      const given = reverse ? reverseFields(round) : round;
      expect(withoutPinPaths(roundOf(given))).toStrictEqual(expected);
      for (const pin of roundOf(given).pins) {
        expect(given.pins[Number(pin.path.split("/")[2])].candidate).toBe(pin.candidate);
      }
    }),
    { numRuns: 100 },
  );
});

test("warnings name ids and come in the order of the ids", () => {
  const warnings = (reverse: boolean) => {
    const round = smallRound();
    round.missions[1].occupied = [{ from: "2026-01-01", until: "2026-01-31", places: 2 }];
    round.missions[0].occupied[0].places = 3;
    if (reverse) round.missions.reverse();
    return issuesOf(round).map(({ code, params }) => ({ code, params }));
  };
  expect(warnings(true)).toEqual(warnings(false));
  expect(warnings(false).map((warning) => warning.params.mission)).toEqual(["m1", "m2"]);
});

test("the hash leaves out limits, and a null field is the same as no field", () => {
  const { hash } = roundOf(smallRound());
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  const round = smallRound();
  delete round.limits;
  round.hosts[1].offers = null;
  round.missions[3].reservedFor = null;
  delete round.hosts[0].approvedUntil;
  expect(roundOf(round).hash).toBe(hash);
});

test("the hash changes with whatever changes the meaning: order of choices, of a pair, of tiers, a policy switched off, the seed", () => {
  const changes: ((round: Loose) => void)[] = [
    (round) => round.candidates[0].choices.reverse(),
    (round) => round.candidates[1].choices[0].reverse(),
    (round) => round.policy.tiers.reverse(),
    (round) => delete round.policy.crossRegion,
    (round) => delete round.seed,
    (round) => (round.candidates[0].deferrals = 1),
    (round) => (round.hosts[0].municipality = "62096"),
  ];
  const hashes = changes.map((change) => {
    const round = smallRound();
    change(round);
    return roundOf(round).hash;
  });
  expect(new Set([roundOf(smallRound()).hash, ...hashes]).size).toBe(changes.length + 1);
});

test("the policy hash covers the policy in force and not the order its dimensions are given in", () => {
  const { policy } = roundOf(smallRound());
  const turned = { ...policy, representativeness: policy.representativeness?.toReversed() ?? null };
  expect(policyHash(turned)).toBe(policyHash(policy));
  expect(policyHash({ ...policy, crossRegion: { minimum: 1, mode: "soft" } })).not.toBe(policyHash(policy));
  const bare = smallRound();
  delete bare.policy;
  for (const person of [...bare.candidates, ...bare.promotions[0].members]) person.attributes.age = "20-21";
  expect(policyHash(roundOf(bare).policy)).toBe(policyHash(profileOf(bare).defaults));
});

import { expect, test } from "vitest";
import { parseDay } from "../../engine/domain/calendar.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import { DEFAULT_HOURS, DEFAULT_LIMITS } from "../../engine/input/read-round.ts";
import { type Loose, smallRound } from "./round-fixture.ts";
import { issuesOf, roundOf } from "./round-of.ts";

const INFINITE = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** As little as the contract asks for under a profile. */
function bareRound(profile: string): Loose {
  return structuredClone({ schema: "round/1", id: "r", profile, hosts: [], missions: [], promotions: [], candidates: [] });
}

test("a round of empty lists is lawful under every profile", () => {
  for (const profile of ["be-2024-05-15", "ranked-choices"]) {
    const round = roundOf(bareRound(profile));
    expect(round).toMatchObject({ candidates: [], promotions: [], pins: [], published: [], seed: "r", limits: DEFAULT_LIMITS });
  }
});

test("what is left out takes its default: open ends, the most hours, no occupied place, the host's place", () => {
  const round = roundOf(smallRound());
  const [, host, abroad] = round.hosts;
  expect(host).toMatchObject({ places: null, unavailable: [], offers: [] });
  expect(abroad?.approved).toEqual(INFINITE);
  expect(round.missions[3]).toEqual({
    id: "m4",
    host: "h3",
    places: 3,
    place: { municipality: null, province: null, region: "NRW", languageArea: "de" },
    open: INFINITE,
    occupied: [],
    hoursPerWeek: DEFAULT_HOURS.perWeek,
    hoursPerDay: DEFAULT_HOURS.perDay,
    domain: null,
    languages: [],
    offers: [],
    reservedFor: null,
  });
  expect(round.promotions[1]).toMatchObject({ minSize: 0, keepFree: 0, mustHold: false, members: [] });
  expect(round.candidates[2]).toMatchObject({ languages: [], needs: [], record: "clear", served: false, deferrals: 0 });
});

test("a candidate starts no earlier than the date chosen, unless an earlier one is given; the end stays open", () => {
  const round = smallRound();
  round.candidates[1].earliest = "2026-09-01";
  const candidates = roundOf(round).candidates;
  expect(candidates[1]?.available).toEqual({ from: parseDay("2026-09-01"), until: Number.POSITIVE_INFINITY });
  expect(candidates[2]?.available).toEqual({ from: parseDay("2026-10-01"), until: Number.POSITIVE_INFINITY });
});

test("without a chosen date a candidate is available always, and chose the first start of the round", () => {
  const round = bareRound("ranked-choices");
  round.candidates = [{ id: "c", choices: [] }];
  expect(roundOf(round).candidates[0]).toMatchObject({ chosenStart: 0, available: INFINITE, birthDate: null, residence: null });
  round.promotions = [
    { id: "p2", start: "2027-02-01", end: "2027-03-01", maxSize: 1 },
    { id: "p1", start: "2027-01-01", end: "2027-03-01", maxSize: 1 },
  ];
  expect(roundOf(round).candidates[0]).toMatchObject({ chosenStart: parseDay("2027-01-01"), available: INFINITE });
});

test("the bare matching problem needs no dates of birth, places or zones, and any number of choices", () => {
  const round = bareRound("ranked-choices");
  round.hosts = [{ id: "h" }];
  round.missions = ["a", "b", "c", "d"].map((id) => ({ id, host: "h", places: 1, hoursPerWeek: 40 }));
  round.promotions = [{ id: "p", start: "2027-01-01", end: "2027-01-31", maxSize: 9 }];
  round.candidates = [{ id: "c", choices: ["a", "b", "c", "d"] }];
  const read = roundOf(round);
  expect(read.hosts[0]?.place).toEqual({ municipality: null, province: null, region: "", languageArea: "" });
  expect(read.policy.tiers.map((tier) => tier.objectives)).toEqual([["placed"], ["wishes"]]);
});

test("a zone is the union of its lists: old and new codes and names in two languages are one entry each", () => {
  const round = smallRound();
  round.promotions[0].zone = { municipalities: ["11007", "11002", "46003"], provinces: ["Liège", "Luik"] };
  expect(roundOf(round).promotions[0]?.zone).toEqual({
    municipalities: ["11002", "46030"],
    provinces: ["Luik"],
    regions: [],
    languageAreas: [],
  });
});

test("a policy key replaces the profile's whole, tiers take weights of one and no allowance", () => {
  const { policy } = roundOf(smallRound());
  expect(policy.regionalBalance).toEqual({
    targets: { VLG: 0.55, WAL: 0.33, BRU: 0.12 },
    tolerance: 0.05,
    mode: "soft",
    count: "round",
  });
  expect(policy.representativeness?.map((dimension) => dimension.dimension)).toEqual(["education", "sex"]);
  expect(policy).toMatchObject({ crossRegion: null, approvalCover: "whole-service", choices: "up-to-three", wishes: "sum" });
  expect(policy.tiers[0]).toEqual({ objectives: ["deferral-cap"], weights: [1], allowance: { absolute: 0 } });
  expect(policy.tiers[3]).toEqual({
    objectives: ["worst-promotion", "representativeness"],
    weights: [10, 1],
    allowance: { absolute: 1 },
  });
});

test("the profile's own tiers lose those a policy switches off, without an issue", () => {
  const round = smallRound();
  round.policy = { representativeness: null, deferral: null, lowSkilled: null, regionalBalance: null, crossRegion: null };
  const objectives = roundOf(round).policy.tiers.flatMap((tier) => tier.objectives);
  expect(objectives).toEqual(["changes", "reserve-priority", "placed", "delay", "wishes", "cross-language", "lottery"]);
});

test("pins are read in their three kinds and know their place in the round as given", () => {
  const round = smallRound();
  round.pins.push({ candidate: "c1", not: { missions: ["m1"] } }, { candidate: "c1", promotion: "p1", missions: null });
  expect(roundOf(round).pins.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { candidate: "c2", path: "/pins/0", kind: "place", promotion: "p1", missions: ["m2", "m3"] },
    { candidate: "c3", path: "/pins/1", kind: "reserve" },
    { candidate: "c1", path: "/pins/2", kind: "forbid", promotion: "p2", missions: null },
    { candidate: "c1", path: "/pins/3", kind: "forbid", promotion: null, missions: ["m1"] },
    { candidate: "c1", path: "/pins/4", kind: "place", promotion: "p1", missions: null },
  ]);
});

test("a file with a byte order mark is read as one without", () => {
  const text = JSON.stringify(smallRound());
  expect(parseRound(`\uFEFF${text}`)).toEqual(parseRound(text));
});

test("a host's places are those of its missions together where it gives none", () => {
  const round = smallRound();
  round.missions.push({ id: "m5", host: "h2", places: 1 });
  round.missions[2].occupied = [{ from: "2027-01-01", until: "2027-01-31", places: 1 }];
  expect(issuesOf(round)).toEqual([]);
  round.hosts[1].places = 0;
  expect(issuesOf(round).map(({ code, path, params }) => ({ code, path, params }))).toEqual([
    { code: "overbooked", path: "/hosts/1", params: { host: "h2", taken: 1, places: 0, day: "2027-01-01" } },
  ]);
});

test("members and occupied places count together on the days they share, and only then", () => {
  const round = smallRound();
  round.missions[3].occupied = [{ from: "2026-01-01", until: "2026-10-04", places: 3 }];
  expect(issuesOf(round)).toEqual([]);
  round.missions[3].occupied[0].until = "2026-10-05";
  expect(issuesOf(round).map((issue) => issue.params)).toEqual([
    { mission: "m4", taken: 4, places: 3, day: "2026-10-05" },
    { host: "h3", taken: 4, places: 3, day: "2026-10-05" },
  ]);
});

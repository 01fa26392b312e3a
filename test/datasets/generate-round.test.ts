import { mean } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { AREAS, type Area, areaOf } from "../../datasets/generator/areas.ts";
import { APPLICANTS } from "../../datasets/generator/knobs.ts";
import { ageBracket } from "../../datasets/generator/people.ts";
import { writeRound } from "../../datasets/write-round.ts";
import { findMunicipality, MUNICIPALITIES } from "../../engine/domain/belgium/municipality.ts";
import { parseDay } from "../../engine/domain/calendar.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { CandidateJson, RoundJson } from "../../engine/input/round-schema.ts";

const cohort = generateRound({ candidates: 4000, seed: 11, months: 12 });

/** Fails when the share of `hits` is further from `expected` than chance would take it once in 15,000 times (4 standard errors). */
function expectShare(hits: readonly boolean[], expected: number): void {
  const measured = mean(hits.map(Number));
  const standardError = Math.sqrt((expected * (1 - expected)) / hits.length);
  expect(Math.abs(measured - expected) / standardError, `${measured} instead of ${expected}`).toBeLessThan(4);
}

function among(pick: (candidate: CandidateJson) => boolean): boolean[] {
  return cohort.candidates.map(pick);
}

/** Weighted mean of a share in percent. */
function percentOf(weights: Readonly<Record<string, number>>, key: string): number {
  return (weights[key] ?? 0) / Object.values(weights).reduce((a, b) => a + b, 0);
}

function areaAt(nis: string | null | undefined): Area {
  const municipality = findMunicipality(nis ?? "");
  if (municipality === null) throw new Error(`no municipality ${nis}`);
  return areaOf(municipality);
}

function freeSeats({ promotions }: RoundJson): number {
  return promotions.reduce((sum, { maxSize, keepFree, members }) => sum + maxSize - (keepFree ?? 0) - (members ?? []).length, 0);
}

describe("the applicants are who they are said to be", () => {
  test("57 % are women and 35 % low-skilled", () => {
    expectShare(
      among(({ attributes }) => attributes?.sex === "F"),
      0.57,
    );
    expectShare(
      among(({ attributes }) => attributes?.education === "low"),
      0.35,
    );
  });

  test("60 % are job-seekers, the low-skilled more often", () => {
    expectShare(
      among(({ attributes }) => attributes?.status === "job-seeker"),
      0.35 * 0.72 + 0.65 * 0.54,
    );
    const low = cohort.candidates.filter(({ attributes }) => attributes?.education === "low");
    expectShare(
      low.map(({ attributes }) => attributes?.status === "job-seeker"),
      0.72,
    );
  });

  test("85 % live in French, some of them in the German-speaking municipalities", () => {
    expectShare(
      among(({ municipality, languages }) => lives(municipality, languages) !== "nl"),
      0.85,
    );
    expect(cohort.candidates.some(({ languages }) => languages?.[0] === "de")).toBe(true);
  });

  test("ages 19 to 21 are over-represented", () => {
    // brackets of the profile; 3 in 8 of the population are 19 to 21
    expectShare(
      among(({ attributes }) => attributes?.age === "18-19"),
      percentOf(APPLICANTS.age, "18") + percentOf(APPLICANTS.age, "19"),
    );
    expectShare(
      among((candidate) => ["18-19", "20-21"].includes(candidate.attributes?.age ?? "")),
      0.69,
    );
  });

  test("the age bracket is that of the chosen start", () => {
    for (const { birthDate, chosenStart, attributes } of cohort.candidates)
      expect(attributes?.age).toBe(ageBracket(parseDay(birthDate ?? "") ?? 0, parseDay(chosenStart ?? "") ?? 0));
  });

  test("85 % give three choices", () => {
    expectShare(
      among(({ choices }) => choices.length === 3),
      0.85,
    );
  });
});

/** The language of daily life: the first, or for newcomers the one that is usual where they live. */
function lives(municipality: string | null | undefined, languages: readonly string[] | null | undefined): string {
  const first = languages?.[0] ?? "";
  return ["fr", "nl", "de"].includes(first) ? first : (areaAt(municipality).languages[0] ?? "");
}

describe("choices and places", () => {
  const hostTown = new Map(cohort.hosts.map(({ id, municipality }) => [id, municipality]));
  const missionTown = new Map(cohort.missions.map(({ id, host }) => [id, hostTown.get(host)]));
  const reserved = new Set(cohort.missions.filter(({ reservedFor }) => typeof reservedFor === "string").map(({ id }) => id));
  const distances = cohort.candidates.flatMap(({ municipality, languages, choices }) => {
    const single = choices.filter((choice) => typeof choice === "string" && !reserved.has(choice));
    return single.map((choice) => {
      const area = areaAt(missionTown.get(String(choice)));
      if (area === areaAt(municipality)) return "own";
      const spoken = lives(municipality, languages);
      return area.languages.includes(spoken === "de" ? "fr" : spoken) ? "same-language" : "across";
    });
  });

  test("80 % of choices are near home, 15 % elsewhere in the same language, 5 % across languages", () => {
    expectShare(
      distances.map((distance) => distance === "own"),
      0.8,
    );
    expectShare(
      distances.map((distance) => distance === "same-language"),
      0.15,
    );
    expectShare(
      distances.map((distance) => distance === "across"),
      0.05,
    );
  });

  test("popular missions are wanted by many: the tenth that is wanted most has a third to two thirds of the choices", () => {
    const wanted = new Map<string, number>();
    for (const choice of cohort.candidates.flatMap(({ choices }) => choices))
      if (typeof choice === "string") wanted.set(choice, (wanted.get(choice) ?? 0) + 1);
    const counts = [...wanted.values()].sort((a, b) => b - a);
    const total = counts.reduce((a, b) => a + b, 0);
    const top = counts.slice(0, Math.floor(cohort.missions.length / 10)).reduce((a, b) => a + b, 0);
    expect(top / total).toBeGreaterThan(1 / 3);
    expect(top / total).toBeLessThan(2 / 3);
  });

  test("80 % of missions have one place, 15 % two, 5 % three to five", () => {
    const open = cohort.missions.filter(({ id }) => !reserved.has(id)).map(({ places }) => places);
    expectShare(
      open.map((places) => places === 1),
      0.8,
    );
    expectShare(
      open.map((places) => places === 2),
      0.15,
    );
    expectShare(
      open.map((places) => places >= 3 && places <= 5),
      0.05,
    );
  });

  test("hosts are in hundreds of real municipalities, more of them where people live", () => {
    const towns = new Map<string, number>();
    for (const { municipality } of cohort.hosts) towns.set(municipality ?? "", (towns.get(municipality ?? "") ?? 0) + 1);
    expect(towns.size).toBeGreaterThan(300);
    expect(towns.get("52011") ?? 0).toBeGreaterThan(towns.get("52025") ?? 0); // Charleroi, Gerpinnes
  });
});

describe("a round is usable", () => {
  test.each([1, 5, 60, 300, 1000])("%i candidates: valid, with the free seats asked for", (candidates) => {
    const seeds = candidates < 1000 ? [0, 1, 2, 3] : [4];
    for (const seats of [0.8, 1.0, 1.3])
      for (const seed of seeds) {
        const round = generateRound({ candidates, seed, seats, months: seed % 2 === 0 ? 6 : 12 });
        const parsed = parseRoundValue(round);
        const issues = parsed.ok ? parsed.warnings : parsed.issues;
        // Some members serve at a host whose approval ends: it happens, and planners are told (Art. 8 §4-6).
        expect(issues.filter(({ code }) => code !== "approval-ends-in-service")).toEqual([]);
        expect(round.candidates.length).toBe(candidates);
        expect(freeSeats(round)).toBe(Math.max(1, Math.round(candidates * seats)));
      }
  });

  test("promotions start on Mondays of the horizon and last six months", () => {
    for (const { start, end, minSize, maxSize } of cohort.promotions) {
      expect(new Date(`${start}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(start >= "2026-09-14" && start < "2027-09-01").toBe(true);
      expect(end > start).toBe(true);
      expect(minSize ?? 0).toBeLessThanOrEqual(maxSize);
    }
  });

  test("every municipality lies in exactly one of the six areas", () => {
    const covered = AREAS.flatMap(({ municipalities }) => municipalities.map(({ nis }) => nis));
    expect(covered.sort()).toEqual(MUNICIPALITIES.map(({ nis }) => nis).sort());
  });

  test.each([
    ["on the reserve list", (candidate: CandidateJson) => typeof candidate.reserveSince === "string"],
    ["deferred before", ({ deferrals }: CandidateJson) => (deferrals ?? 0) > 0],
    ["who served", ({ served }: CandidateJson) => served === true],
    ["with a record that excludes", ({ record }: CandidateJson) => record === "excluded"],
    ["with an exception", ({ record }: CandidateJson) => record === "exception-granted"],
    ["too old", ({ birthDate }: CandidateJson) => (birthDate ?? "") <= "2000-09-01"],
    ["with a need", ({ needs }: CandidateJson) => (needs ?? []).length > 0],
    ["with a last date", ({ latest }: CandidateJson) => typeof latest === "string"],
    ["who may start earlier", ({ earliest }: CandidateJson) => typeof earliest === "string"],
    ["with a pair of missions", ({ choices }: CandidateJson) => choices.some((choice) => typeof choice !== "string")],
    ["without a national language", ({ languages }: CandidateJson) => !/\b(fr|nl|de)\b/.test(String(languages))],
  ])("there are a few people %s", (_, is) => {
    const share = mean(among(is).map(Number));
    expect(share).toBeGreaterThan(0.002);
    expect(share).toBeLessThan(0.3);
  });

  test("some missions are own initiatives, occupied or limited in time; some hosts are unavailable or have fewer places", () => {
    expect(cohort.missions.some(({ reservedFor }) => typeof reservedFor === "string")).toBe(true);
    expect(cohort.missions.some(({ occupied }) => (occupied ?? []).length > 0)).toBe(true);
    expect(cohort.missions.some(({ until }) => typeof until === "string")).toBe(true);
    expect(cohort.hosts.some(({ unavailable }) => (unavailable ?? []).length > 0)).toBe(true);
    expect(cohort.hosts.some(({ places }) => typeof places === "number")).toBe(true);
    expect(cohort.promotions.some(({ members }) => (members ?? []).length > 0)).toBe(true);
  });
});

describe("draws", () => {
  test("the same parameters and seed give the same bytes", () => {
    const parameters = { candidates: 80, seed: 5, seats: 1.3, months: 9 };
    expect(writeRound(generateRound(parameters))).toBe(writeRound(generateRound(parameters)));
  });

  test("neighbouring seeds give different people", () => {
    const births = (seed: number) => generateRound({ candidates: 50, seed }).candidates.map(({ birthDate }) => birthDate);
    const first = births(1);
    const alike = births(2).filter((birthDate, index) => birthDate === first[index]);
    expect(alike.length).toBeLessThan(5);
  });

  test("a knob changes what it names", () => {
    const { candidates } = generateRound({ candidates: 500, seed: 3, knobs: { sex: { F: 0, M: 1 } } });
    expect(candidates.every(({ attributes }) => attributes?.sex === "M")).toBe(true);
  });
});

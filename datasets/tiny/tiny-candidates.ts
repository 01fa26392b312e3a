import type { CandidateJson, ChoiceJson, MissionJson } from "../../engine/input/round-schema.ts";
import type { Random } from "../generator/random.ts";
import { drawTinyAttributes, TINY_NEEDS, TOWNS } from "./tiny-offer.ts";

/** Mostly before the first promotion. */
const STARTS = ["2026-09-15", "2026-09-15", "2026-10-01", "2026-10-01", "2026-10-01", "2026-10-05", "2026-11-01", "2027-03-01"];

/** Mostly 20 years old; the others reach an age limit on, just before or between the starts. */
const BIRTH_DATES = [
  ...Array.from({ length: 34 }, () => "2006-03-14"),
  "2008-10-05", // 18 on the first start
  "2008-10-06", // 18 the day after
  "2000-11-02", // 26 on the second start
  "2000-11-03", // 25 for one more day then
  "2001-10-05", // 25 on the first start
  "2000-01-31", // too old throughout
];

/** Two to five candidates who compete for few missions. */
export function drawTinyCandidates(random: Random, missions: readonly MissionJson[], exactlyThree: boolean): CandidateJson[] {
  return Array.from({ length: random.whole(2, 5) }, (_, index) => {
    const chosenStart = random.pick(STARTS);
    const record = random.chance(6) ? random.pick(["excluded", "exception-granted"] as const) : "clear";
    return {
      id: `c${index + 1}`,
      birthDate: random.pick(BIRTH_DATES),
      municipality: random.pick(TOWNS).municipality,
      languages: random.pick([["fr"], ["fr"], ["nl"], ["fr", "nl"], ["fr", "nl"], ["de", "fr"], ["en"]]),
      chosenStart,
      ...(random.chance(20) && { earliest: "2026-09-01" }),
      ...(random.chance(20) && { latest: random.pick(["2027-03-01", "2027-05-03"]) }),
      choices: drawChoices(random, missions, exactlyThree ? 3 : random.pick([1, 2, 2, 3, 3])),
      attributes: drawTinyAttributes(random),
      ...(random.chance(20) && { needs: [random.pick(TINY_NEEDS)] }),
      record,
      ...(random.chance(4) && { served: true }),
      ...(random.chance(20) && { reserveSince: "2026-05-01" }),
      ...(random.chance(20) && { deferrals: random.whole(1, 2) }),
    };
  });
}

/** `count` different choices, or as many as there are; at most one pair, which may exceed 28 hours or name one host twice. */
function drawChoices(random: Random, missions: readonly MissionJson[], count: number): ChoiceJson[] {
  const choices: ChoiceJson[] = random
    .shuffled(missions)
    .slice(0, count)
    .map(({ id }) => id);
  const [first, second] = random.shuffled(missions);
  if (first === undefined || second === undefined || !random.chance(20)) return choices;
  const pair = [first.id, second.id];
  choices[random.whole(0, choices.length - 1)] = random.chance(30) ? pair : { missions: pair, travelHours: random.whole(0, 2) };
  return choices;
}

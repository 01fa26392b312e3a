import { type Day, formatDay } from "../../engine/domain/calendar.ts";
import type { CandidateJson, ChoiceJson } from "../../engine/input/round-schema.ts";
import { type Area, areaOf } from "./areas.ts";
import { FIRST_DAY, lastDay } from "./horizon.ts";
import { ACCOMMODATIONS } from "./offer.ts";
import { attributesOn, drawBirthDate, type Person } from "./people.ts";
import type { PlannedPromotion } from "./promotions.ts";
import type { Random } from "./random.ts";

/** Percent of candidates. The law gives no numbers: assumed, each large enough to appear in an intake of 150. */
const SHARE = { reserveList: 4, deferredBefore: 3, needs: 6, flexible: 20, lastDate: 25, lateDate: 2 } as const;
/** Percent who are, or once would have been, ineligible. */
const EXCEPTIONS = { served: 1, excluded: 1, exceptionGranted: 1, tooOld: 1 } as const;

/** Draws the start date somebody asks for: sooner more often (school ends in June), seldom after the last promotion near home. */
export function chosenStartDrawer(
  random: Random,
  promotions: readonly PlannedPromotion[],
  months: number,
): (person: Person) => Day {
  const lastStart = new Map<Area, Day>();
  for (const { areas, start } of promotions)
    for (const area of areas) lastStart.set(area, Math.max(start, lastStart.get(area) ?? start));
  return (person) => {
    const near = random.chance(SHARE.lateDate) ? undefined : lastStart.get(areaOf(person.home));
    const last = near ?? lastDay(months);
    const day = random.whole(FIRST_DAY, last);
    const chosen = random.chance(60) ? Math.min(day, random.whole(FIRST_DAY, last)) : day;
    return random.chance(50) ? firstOfMonth(chosen) : chosen;
  };
}

/** The candidate with everything the contract asks for. */
export function drawCandidate(
  random: Random,
  id: string,
  person: Person,
  chosenStart: Day,
  choices: ChoiceJson[],
): CandidateJson {
  // 26 before the round begins: too old for every promotion
  const tooOld = random.chance(EXCEPTIONS.tooOld);
  const birthDate = tooOld ? drawBirthDate(random, 26, FIRST_DAY) : drawBirthDate(random, person.years, chosenStart);
  return {
    id,
    birthDate: formatDay(birthDate),
    municipality: person.home.nis,
    languages: [...person.languages],
    chosenStart: formatDay(chosenStart),
    ...(random.chance(SHARE.flexible) && { earliest: formatDay(chosenStart - random.whole(7, 45)) }),
    ...(random.chance(SHARE.lastDate) && { latest: formatDay(chosenStart + random.whole(60, 270)) }),
    choices,
    attributes: attributesOn(person, birthDate, chosenStart),
    ...(random.chance(SHARE.needs) && { needs: random.shuffled(ACCOMMODATIONS).slice(0, random.pick([1, 1, 1, 2])) }),
    ...drawRecord(random),
    ...(random.chance(SHARE.reserveList) && { reserveSince: formatDay(FIRST_DAY - random.whole(30, 240)) }),
    ...(random.chance(SHARE.deferredBefore) && { deferrals: random.pick([1, 1, 1, 2]) }),
  };
}

/** Earlier service and judicial record (Art. 11); an exception may cover both. */
function drawRecord(random: Random): Pick<CandidateJson, "record" | "served"> {
  const served = random.chance(EXCEPTIONS.served);
  if (random.chance(EXCEPTIONS.excluded)) return { record: "excluded", ...(served && { served }) };
  if (random.chance(EXCEPTIONS.exceptionGranted)) return { record: "exception-granted", served: random.chance(50) };
  return served ? { record: "clear", served } : { record: "clear" };
}

/** The first of the month of `day`. */
function firstOfMonth(day: Day): Day {
  return day + 1 - Number(formatDay(day).slice(8));
}

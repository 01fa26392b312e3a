import { type Day, parseDay } from "../../engine/domain/calendar.ts";
import type { ChoiceJson } from "../round-json.ts";
import { AREAS, type Area, areaOf } from "./areas.ts";
import { endOfService } from "./horizon.ts";
import type { Knobs } from "./knobs.ts";
import type { OfferedMission } from "./offer.ts";
import type { Person } from "./people.ts";
import { type Random, type Weighted, weigh, weighKeys } from "./random.ts";
import { zipfWeights } from "./zipf.ts";

/** How often somebody looks for a mission that suits before taking any. */
const LOOKS = 40;
/** Percent who have two missions at two hosts as one of their choices (Art. 22 §3). */
const PAIRS = 4;

/** Draws ranked choices: popular missions more often, those whose language and dates suit nearly always. */
export function choiceDrawer(
  random: Random,
  knobs: Knobs,
  offer: readonly OfferedMission[],
): (person: Person, chosenStart: Day) => ChoiceJson[] {
  const popular = byPopularity(random, offer);
  const partTime = offer.filter(isPartTime);
  const kinds = weighKeys(knobs.choice);
  const counts = weighKeys(knobs.choiceCount);
  return (person, chosenStart) => {
    const single = new Set<string>();
    const wanted = Number(random.draw(counts));
    for (let look = 0; look < LOOKS && single.size < wanted; look += 1) {
      const found = drawNear(random, popular, areasOf(person, random.draw(kinds)));
      // one in fifty does not look closely
      if (suits(person, chosenStart, found) || random.chance(2)) single.add(found.mission.id);
    }
    const choices: ChoiceJson[] = [...single];
    if (choices.length === 0) choices.push(drawNear(random, popular, AREAS).mission.id);
    const pair = random.chance(PAIRS) ? drawPair(random, partTime, person, chosenStart) : null;
    if (pair !== null) choices[random.whole(0, choices.length - 1)] = pair;
    return choices;
  };
}

const isPartTime = ({ mission }: OfferedMission): boolean => mission.hoursPerWeek < 20;

/** The missions of each area in a random order of popularity, weighted by Zipf's law. */
function byPopularity(random: Random, offer: readonly OfferedMission[]): Map<Area, Weighted<OfferedMission>> {
  const full = offer.filter((offered) => !isPartTime(offered));
  const popular = new Map<Area, Weighted<OfferedMission>>();
  for (const area of AREAS) {
    const ranked = random.shuffled(full.filter((offered) => offered.area === area));
    const weights = zipfWeights(ranked.length);
    if (ranked.length > 0)
      popular.set(
        area,
        weigh(ranked, (_, index) => weights[index] ?? 0),
      );
  }
  return popular;
}

/** Where a choice of this kind lies; anywhere when there is no such area. */
function areasOf(person: Person, kind: keyof Knobs["choice"]): readonly Area[] {
  const own = areaOf(person.home);
  if (kind === "own") return [own];
  const main = person.languages[0] ?? "";
  const spoken = main === "nl" || main === "fr" ? main : (own.languages[0] ?? "fr");
  return AREAS.filter((area) => area !== own && area.languages.includes(spoken) === (kind === "same-language"));
}

/** A mission in one of these areas, those with many missions more often; in any area when these have none. */
function drawNear(random: Random, popular: ReadonlyMap<Area, Weighted<OfferedMission>>, areas: readonly Area[]): OfferedMission {
  const near = areas.flatMap((area) => popular.get(area) ?? []);
  const reachable = near.length > 0 ? near : [...popular.values()];
  return random.draw(random.draw(weigh(reachable, ({ items }) => items.length)));
}

/** Whether the person speaks what the mission asks for, and it can be done for six months from the chosen start. */
function suits(person: Person, chosenStart: Day, { mission, host }: OfferedMission): boolean {
  const speaks = mission.languages.every((language) => person.languages.includes(language));
  const begins = mission.from === undefined || (parseDay(mission.from) ?? 0) <= chosenStart;
  const ends = [mission.until, host.host.approvedUntil].every(
    (until) => until === undefined || (parseDay(until) ?? 0) >= endOfService(chosenStart),
  );
  return speaks && begins && ends;
}

/** Two part-time missions of one area at two hosts, within 28 hours with the travel; `null` where there are none. */
function drawPair(random: Random, partTime: readonly OfferedMission[], person: Person, chosenStart: Day): ChoiceJson | null {
  const near = partTime.filter((offered) => offered.area === areaOf(person.home) && suits(person, chosenStart, offered));
  const first = near.length > 0 ? random.pick(near) : null;
  const others = near.filter(({ host }) => host !== first?.host);
  if (first === null || others.length === 0) return null;
  return { missions: [first.mission.id, random.pick(others).mission.id], travelHours: random.whole(1, 2) };
}

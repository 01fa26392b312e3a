import { type Day, parseDay } from "../../engine/domain/calendar.ts";
import type { ChoiceJson } from "../../engine/input/round-schema.ts";
import { AREAS, type Area, areaOf } from "./areas.ts";
import { endOfService } from "./horizon.ts";
import type { Knobs } from "./knobs.ts";
import type { OfferedMission } from "./offer.ts";
import type { Person } from "./people.ts";
import { type Random, type Weighted, weigh, weighKeys } from "./random.ts";
import { zipfWeights } from "./zipf.ts";

/** Missions looked at for one choice. */
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
  const partTime = Map.groupBy(
    offer.filter((offered) => offered.partTime),
    ({ area }) => area,
  );
  const kinds = weighKeys(knobs.choice);
  const counts = weighKeys(knobs.choiceCount);
  return (person, chosenStart) => {
    const single = new Set<string>();
    for (let left = Number(random.draw(counts)); left > 0; left -= 1) {
      const areas = areasOf(person, random.draw(kinds));
      const found = look(random, popular, areas, person, chosenStart, single);
      if (found !== null) single.add(found);
    }
    const choices: ChoiceJson[] = [...single];
    if (choices.length === 0) choices.push(drawNear(random, popular, AREAS).mission.id);
    const pair = random.chance(PAIRS) ? drawPair(random, partTime.get(areaOf(person.home)) ?? [], person, chosenStart) : null;
    if (pair !== null) choices[random.whole(0, choices.length - 1)] = pair;
    return choices;
  };
}

/** A mission in these areas that suits and is not chosen yet; `null` when none is found. */
function look(
  random: Random,
  popular: ReadonlyMap<Area, Weighted<OfferedMission>>,
  areas: readonly Area[],
  person: Person,
  chosenStart: Day,
  chosen: ReadonlySet<string>,
): string | null {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = drawNear(random, popular, areas);
    // one in fifty does not look closely
    const taken = suits(person, chosenStart, found) || random.chance(2);
    if (taken && !chosen.has(found.mission.id)) return found.mission.id;
  }
  return null;
}

/** The missions of each area in a random order of popularity, weighted by Zipf's law. */
function byPopularity(random: Random, offer: readonly OfferedMission[]): Map<Area, Weighted<OfferedMission>> {
  const full = offer.filter((offered) => !offered.partTime);
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
  const speaks = (mission.languages ?? []).every((language) => person.languages.includes(language));
  const begins = (dayIfAny(mission.from) ?? chosenStart) <= chosenStart;
  const last = endOfService(chosenStart);
  const ends = [mission.until, host.host.approvedUntil].every((until) => (dayIfAny(until) ?? last) >= last);
  return speaks && begins && ends;
}

function dayIfAny(text: string | null | undefined): Day | null {
  return typeof text === "string" ? parseDay(text) : null;
}

/** Two part-time missions of one area at two hosts, within 28 hours with the travel; `null` where there are none. */
function drawPair(random: Random, partTime: readonly OfferedMission[], person: Person, chosenStart: Day): ChoiceJson | null {
  const near = partTime.filter((offered) => suits(person, chosenStart, offered));
  const first = near.length > 0 ? random.pick(near) : null;
  const others = near.filter(({ host }) => host !== first?.host);
  if (first === null || others.length === 0) return null;
  return { missions: [first.mission.id, random.pick(others).mission.id], travelHours: random.whole(1, 2) };
}

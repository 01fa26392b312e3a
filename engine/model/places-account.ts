import type { Day } from "../domain/calendar.ts";
import type { Occupied, Round } from "../domain/round.ts";
import { at, type Instance } from "./instance.ts";

/** The places of one mission or host over time, and the openings that would use them. */
export interface PlacesAccount {
  readonly subject: { readonly mission: string } | { readonly host: string };
  readonly openings: readonly number[];
  /** Days on which the load can rise while an opening is in service, ascending. */
  readonly criticalDays: readonly Day[];
  /** Places not taken by members and occupations, at least 0. */
  readonly freeOn: (day: Day) => number;
}

/** Spans in which places are taken before this round decides anything, by mission. */
function takenSpans(round: Round): ReadonlyMap<string, readonly Occupied[]> {
  const spans = new Map<string, Occupied[]>(round.missions.map((mission) => [mission.id, [...mission.occupied]]));
  for (const { start, end, members } of round.promotions) {
    for (const member of members) {
      for (const mission of new Set(member.missions)) spans.get(mission)?.push({ from: start, until: end, places: 1 });
    }
  }
  return spans;
}

const takenOn = (spans: readonly Occupied[], day: Day): number =>
  spans.reduce((sum, span) => sum + (span.from <= day && day <= span.until ? span.places : 0), 0);

const isOverbooked = (spans: readonly Occupied[], places: number): boolean =>
  spans.some((span) => takenOn(spans, span.from) > places);

function account(
  instance: Instance,
  subject: PlacesAccount["subject"],
  openings: readonly number[],
  spans: readonly Occupied[],
  places: number,
): PlacesAccount {
  const { intakes, intakeOf } = instance.arcs.openings;
  const services = [...new Set(openings.map((o) => at(intakeOf, o)))].map((i) =>
    at(instance.round.promotions, at(at(intakes, i), 0)),
  );
  const days = new Set([...services.map((service) => service.start), ...spans.map((span) => span.from)]);
  const criticalDays = [...days].filter((day) => services.some((service) => service.start <= day && day <= service.end));
  return {
    subject,
    openings,
    criticalDays: criticalDays.sort((a, b) => a - b),
    freeOn: (day) => Math.max(0, places - takenOn(spans, day)),
  };
}

/** Openings by the mission or host they serve at; somebody at two missions of one host is one citizen there. */
function openingsAt({ arcs }: Instance, count: number, where: "missions" | "hosts"): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  const { wishes, wishOf } = arcs.openings;
  wishOf.forEach((wish, opening) => {
    for (const place of new Set(at(wishes, wish)[where])) at(lists, place).push(opening);
  });
  return lists;
}

/** One account per mission that some opening uses. */
export function missionAccounts(instance: Instance): readonly PlacesAccount[] {
  const spans = takenSpans(instance.round);
  const { missions } = instance.round;
  return openingsAt(instance, missions.length, "missions").flatMap((openings, m) => {
    const { id, places } = at(missions, m);
    return openings.length === 0 ? [] : [account(instance, { mission: id }, openings, spans.get(id) ?? [], places)];
  });
}

/**
 * One account per host that some opening uses and whose own number can matter: a host without one has the sum of its missions' places,
 * which their own accounts keep already, unless one of them is overbooked by what was taken before.
 */
export function hostAccounts(instance: Instance): readonly PlacesAccount[] {
  const spans = takenSpans(instance.round);
  const { hosts, missions } = instance.round;
  const own = Map.groupBy(missions, (mission) => mission.host);
  return openingsAt(instance, hosts.length, "hosts").flatMap((openings, h) => {
    const { id, places } = at(hosts, h);
    const all = own.get(id) ?? [];
    const taken = all.flatMap((mission) => spans.get(mission.id) ?? []);
    const ofMissions = all.reduce((sum, mission) => sum + mission.places, 0);
    const total = places ?? ofMissions;
    const overbooked = all.some((mission) => isOverbooked(spans.get(mission.id) ?? [], mission.places));
    return openings.length === 0 || (total >= ofMissions && !overbooked)
      ? []
      : [account(instance, { host: id }, openings, taken, total)];
  });
}

import type { Day, Period } from "../domain/calendar.ts";
import type { Casefile } from "./casefile.ts";

/** Citizens at a mission or host from one day to another. `candidate` is set for placements, `null` for what the input takes. */
interface Stay extends Period {
  readonly persons: number;
  readonly candidate: string | null;
}

/** Everybody who serves at a mission, or at a host, and how many may at the same time. */
export interface Attendance {
  readonly kind: "mission" | "host";
  readonly id: string;
  readonly places: number;
  readonly stays: readonly Stay[];
}

/** A run of days on which nobody comes or goes. */
export interface Days extends Period {
  readonly persons: number;
  readonly placed: number;
}

type Stays = Map<string, Stay[]>;

function note(stays: Stays, id: string, stay: Stay): void {
  stays.get(id)?.push(stay);
}

/** Somebody at two missions of one host is one citizen there. */
function noteCitizen(missionIds: readonly string[], stay: Stay, casefile: Casefile, missionStays: Stays, hostStays: Stays): void {
  const missions = new Set(missionIds);
  const hosts = new Set([...missions].map((id) => casefile.missions.get(id)?.host));
  for (const id of missions) note(missionStays, id, stay);
  for (const id of hosts) if (id !== undefined) note(hostStays, id, stay);
}

/** Who serves where: occupied places, members of promotions, and the placements. A host without places has its missions'. */
export function attendances(casefile: Casefile): Attendance[] {
  const { round } = casefile;
  const missionStays: Stays = new Map(round.missions.map(({ id }) => [id, []]));
  const hostStays: Stays = new Map(round.hosts.map(({ id }) => [id, []]));
  const placesOfMissions = new Map<string, number>();
  for (const { id, host, places, occupied } of round.missions) {
    placesOfMissions.set(host, (placesOfMissions.get(host) ?? 0) + places);
    for (const { from, until, places: persons } of occupied) {
      const stay: Stay = { from, until, persons, candidate: null };
      note(missionStays, id, stay);
      note(hostStays, host, stay);
    }
  }
  for (const { start, end, members } of round.promotions) {
    for (const { missions } of members) {
      noteCitizen(missions, { from: start, until: end, persons: 1, candidate: null }, casefile, missionStays, hostStays);
    }
  }
  for (const { candidate, promotion, missions } of casefile.services) {
    const stay: Stay = { from: promotion.start, until: promotion.end, persons: 1, candidate: candidate.id };
    const ids = missions.map(({ id }) => id);
    noteCitizen(ids, stay, casefile, missionStays, hostStays);
  }
  return [
    ...round.missions.map(({ id, places }) => ({ kind: "mission" as const, id, places, stays: missionStays.get(id) ?? [] })),
    ...round.hosts.map(({ id, places }) => {
      return { kind: "host" as const, id, places: places ?? placesOfMissions.get(id) ?? 0, stays: hostStays.get(id) ?? [] };
    }),
  ];
}

/** The days of an attendance, cut wherever somebody comes or goes, in order. */
export function daysOf({ stays }: Pick<Attendance, "stays">): Days[] {
  const changes = new Map<Day, { persons: number; placed: number }>();
  const change = (day: Day, persons: number, placed: number): void => {
    const sum = changes.get(day) ?? { persons: 0, placed: 0 };
    changes.set(day, { persons: sum.persons + persons, placed: sum.placed + placed });
  };
  for (const { from, until, persons, candidate } of stays) {
    const placed = candidate === null ? 0 : persons;
    change(from, persons, placed);
    change(until + 1, -persons, -placed);
  }
  const cuts = [...changes].sort(([a], [b]) => a - b);
  let [persons, placed] = [0, 0];
  return cuts.map(([from, delta], index) => {
    persons += delta.persons;
    placed += delta.placed;
    return { from, until: (cuts[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) - 1, persons, placed };
  });
}

import { type Day, formatDay, type Period } from "../domain/calendar.ts";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Occupied, Round } from "../domain/round.ts";
import type { Draft } from "./draft.ts";

/**
 * Warnings about what earlier rounds have taken already: missions and hosts with more citizens than places on some day,
 * promotions with more members than seats. In the order of the ids, and naming only ids, whatever the order of the lists given.
 */
export function* findOverbooked(round: Round, draft: Draft): Generator<InputIssue> {
  const taken = takenByMission(round);
  const missionPaths = pathsById(draft.missions);
  for (const { id, places } of round.missions) {
    yield* overbooked({ mission: id }, places, taken.get(id) ?? [], missionPaths.get(id));
  }
  const missionsOf = Map.groupBy(round.missions, (mission) => mission.host);
  const hostPaths = pathsById(draft.hosts);
  for (const host of round.hosts) {
    const missions = missionsOf.get(host.id) ?? [];
    const places = host.places ?? missions.reduce((sum, mission) => sum + mission.places, 0);
    const here = missions.flatMap((mission) => taken.get(mission.id) ?? []);
    yield* overbooked({ host: host.id }, places, here, hostPaths.get(host.id));
  }
  const promotionPaths = pathsById(draft.promotions);
  for (const { id, members, maxSize, keepFree } of round.promotions) {
    if (members.length <= maxSize - keepFree) continue;
    const params = { promotion: id, members: members.length, maxSize, keepFree };
    yield inputIssue("promotion-overfull", promotionPaths.get(id) ?? "/promotions", params);
  }
}

function pathsById(entries: readonly { readonly value: { readonly id: string }; readonly path: string }[]): Map<string, string> {
  return new Map(entries.map(({ value, path }) => [value.id, path]));
}

/** Per mission of the round: places occupied, and one place for each member who serves there while the promotion lasts. */
function takenByMission({ missions, promotions }: Round): ReadonlyMap<string, readonly Occupied[]> {
  const taken = new Map<string, Occupied[]>(missions.map((mission) => [mission.id, [...mission.occupied]]));
  for (const { start, end, members } of promotions) {
    for (const id of members.flatMap((member) => member.missions)) {
      taken.get(id)?.push({ from: start, until: end, places: 1 });
    }
  }
  return taken;
}

function* overbooked(
  subject: Readonly<Record<string, string>>,
  places: number,
  taken: readonly Occupied[],
  path = "",
): Generator<InputIssue> {
  const first = firstDayAbove(places, taken);
  if (first === null) return;
  yield inputIssue("overbooked", path, { ...subject, taken: first.taken, places, day: formatDay(first.day) });
}

/** Places are taken from the first day of a period and free again on the day after its last. */
function firstDayAbove(places: number, taken: readonly (Period & { places: number })[]): { day: Day; taken: number } | null {
  const changes = new Map<Day, number>();
  for (const period of taken) {
    changes.set(period.from, (changes.get(period.from) ?? 0) + period.places);
    changes.set(period.until + 1, (changes.get(period.until + 1) ?? 0) - period.places);
  }
  let sum = 0;
  for (const [day, change] of [...changes].sort(([a], [b]) => a - b)) {
    sum += change;
    if (sum > places) return { day, taken: sum };
  }
  return null;
}

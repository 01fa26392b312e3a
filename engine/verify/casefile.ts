import type { Day } from "../domain/calendar.ts";
import type { Candidate, Host, Mission, Placement, Promotion, Round } from "../domain/round.ts";
import type { RuleViolation } from "../domain/violation.ts";
import { profileOf } from "../profiles/catalogue.ts";
import type { Profile } from "../profiles/profile.ts";

/** A candidate at a mission, or the two of a pair, with the records these ids stand for. */
export interface Assignment {
  readonly candidate: Candidate;
  readonly missions: readonly Mission[];
  /** The host of each mission, in the same order. */
  readonly hosts: readonly Host[];
  /** Weekly hours between the two hosts of a pair. */
  readonly travelHours: number;
}

/** A placement looked up in the round. */
export interface Service extends Assignment {
  readonly promotion: Promotion;
  /** Of the candidate's choice, from 1; 0 where the missions are none of the choices. */
  readonly rank: number;
}

/** A start date and the promotions that begin on it. */
export interface Start {
  readonly day: Day;
  readonly promotions: readonly Promotion[];
}

/** A round and a list of placements, indexed once for every check. */
export interface Casefile {
  readonly round: Round;
  readonly profile: Profile;
  /** What the draw was made with: the round's own seed, or the one a run was given instead. */
  readonly seed: string;
  readonly hosts: ReadonlyMap<string, Host>;
  readonly missions: ReadonlyMap<string, Mission>;
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** In order of day. */
  readonly starts: readonly Start[];
  /** Every placement whose ids the round knows. */
  readonly services: readonly Service[];
  /** Services per promotion id; promotions in which nobody is placed are absent. */
  readonly placedIn: ReadonlyMap<string, readonly Service[]>;
  /** Placements that name a candidate, promotion or mission the round does not have. */
  readonly unknown: readonly RuleViolation[];
}

/** Groups items by a key, keeping their order. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Whether two mission lists are the same list: a pair is told apart from its reverse. */
export function sameMissions(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** The missions and their hosts; `null` where the round does not know one. */
export function lookUpMissions(
  missionIds: readonly string[],
  casefile: Pick<Casefile, "missions" | "hosts">,
): Pick<Assignment, "missions" | "hosts"> | null {
  const missions = missionIds.map((id) => casefile.missions.get(id)).filter((mission) => mission !== undefined);
  const hosts = missions.map(({ host }) => casefile.hosts.get(host)).filter((host) => host !== undefined);
  return missionIds.length > 0 && hosts.length === missionIds.length ? { missions, hosts } : null;
}

function unknownIds(placement: Placement, rule: "one-place" | "three-choices", what: string): RuleViolation {
  const { candidate, promotion } = placement;
  return { kind: "rule", rule, subjects: { candidate, promotion }, detail: `the round has no such ${what}` };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Looks up every placement in the round; what the round does not know is a violation and takes no further part. */
export function openCasefile(round: Round, placements: readonly Placement[], seed = round.seed): Casefile {
  const [hosts, missions] = [byId(round.hosts), byId(round.missions)];
  const [candidates, promotions] = [byId(round.candidates), byId(round.promotions)];
  const services: Service[] = [];
  const unknown: RuleViolation[] = [];
  for (const placement of placements) {
    const candidate = candidates.get(placement.candidate);
    const promotion = promotions.get(placement.promotion);
    const where = lookUpMissions(placement.missions, { missions, hosts });
    if (candidate === undefined) unknown.push(unknownIds(placement, "one-place", "candidate"));
    if (promotion === undefined) unknown.push(unknownIds(placement, "one-place", "promotion"));
    if (where === null) unknown.push(unknownIds(placement, "three-choices", "mission"));
    if (candidate === undefined || promotion === undefined || where === null) continue;
    const index = candidate.choices.findIndex((choice) => sameMissions(choice.missions, placement.missions));
    const travelHours = candidate.choices[index]?.travelHours ?? 0;
    services.push({ candidate, promotion, ...where, travelHours, rank: index + 1 });
  }
  const starts = [...groupBy(round.promotions, ({ start }) => start)].map(([day, begun]) => ({ day, promotions: begun }));
  return {
    round,
    profile: profileOf(round),
    seed,
    hosts,
    missions,
    candidates,
    starts: starts.sort((a, b) => a.day - b.day),
    services,
    placedIn: groupBy(services, ({ promotion }) => promotion.id),
    unknown,
  };
}

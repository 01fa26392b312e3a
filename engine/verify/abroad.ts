import type { Member, Region } from "../domain/round.ts";
import type { Assignment, Casefile } from "./casefile.ts";

/** Region of the mission; of a pair, of the first. */
export function regionOf({ missions }: Pick<Assignment, "missions">): Region | null {
  return missions[0]?.place.region ?? null;
}

/** Art. 14 §2: service in a Region other than that of residence; an unknown residence is no other Region. */
export function servesInOtherRegion(service: Pick<Assignment, "candidate" | "missions">): boolean {
  const { residence } = service.candidate;
  return residence !== null && residence.region !== regionOf(service);
}

/** Where a member serves: the Region of the first mission the round knows, else the one given; `null` where neither is. */
export function memberRegion(member: Member, { missions }: Pick<Casefile, "missions">): Region | null {
  const known = member.missions.find((id) => missions.has(id));
  return known === undefined ? member.missionRegion : (missions.get(known)?.place.region ?? null);
}

/** Art. 14 §2 for a member: an unknown Region is not another. */
export function memberServesInOtherRegion(member: Member, casefile: Pick<Casefile, "missions">): boolean {
  const served = memberRegion(member, casefile);
  return member.region !== null && served !== null && member.region !== served;
}

/** Art. 14 §1: service at a host located in a language area other than that of residence; of a pair, the first mission's host. */
export function servesInOtherLanguageArea({ candidate, hosts }: Pick<Assignment, "candidate" | "hosts">): boolean {
  const [host] = hosts;
  return candidate.residence !== null && host !== undefined && candidate.residence.languageArea !== host.place.languageArea;
}

import type { Candidate } from "../domain/round.ts";
import type { Casefile } from "./casefile.ts";
import { isTooOld } from "./rules/age.ts";

/**
 * Art. 10, 1°: whether somebody who waits would be too old for every promotion that starts after the last one of the round. Without a
 * promotion, a birth date or an age rule nobody can say so.
 */
export function isLastChance({ birthDate }: Candidate, { profile, round, starts }: Casefile): boolean {
  const last = starts.at(-1);
  if (!profile.rules.includes("age") || birthDate === null || last === undefined) return false;
  return isTooOld(birthDate, last.day + 1, round.policy);
}

import { be20240515 } from "./be-2024-05-15.ts";
import { be20240515Art14Hard } from "./be-2024-05-15-art14-hard.ts";
import type { Profile } from "./profile.ts";
import { rankedChoices } from "./ranked-choices.ts";

/** Every profile a round can name; none is ever removed, so that an old round stays runnable. */
export const PROFILES: ReadonlyMap<string, Profile> = new Map(
  [be20240515, be20240515Art14Hard, rankedChoices].map((profile) => [profile.id, profile]),
);

/** The profile of a parsed round; a round that names another does not parse. */
export function profileOf(round: { readonly profile: string }): Profile {
  const profile = PROFILES.get(round.profile);
  if (profile === undefined) throw new Error(`profile ${round.profile} is not in the catalogue`);
  return profile;
}

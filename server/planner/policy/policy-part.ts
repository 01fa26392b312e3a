import type { Policy } from "../../../engine/domain/policy.ts";
import type { Profile } from "../../../engine/profiles/profile.ts";
import type { RoundSeen } from "../check/use-round.ts";

/** What the parts of the policy form share. */
export interface PolicyPart {
  readonly policy: Policy;
  readonly change: (policy: Policy) => void;
  readonly seen: RoundSeen;
  readonly profile: Profile;
}

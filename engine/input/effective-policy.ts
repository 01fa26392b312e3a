import type { Policy, Tier } from "../domain/policy.ts";
import type { Profile } from "../profiles/profile.ts";
import { canonicalPolicy } from "./canonical-round.ts";
import { isOn } from "./objective-key.ts";
import type { PolicyJson, TierJson } from "./policy-schema.ts";

/**
 * The profile's defaults with each key the round gives put in the place of the whole default. Default tiers whose key is
 * switched off are left out; a round's own tiers are kept as they are, for `checkTiers` to judge.
 */
export function effectivePolicy(profile: Profile, given: PolicyJson): Policy {
  const { regionalBalance, tiers, ...plain } = given;
  const policy: Policy = { ...profile.defaults, ...withoutUndefined(plain) };
  const balance =
    regionalBalance === undefined
      ? policy.regionalBalance
      : regionalBalance && { ...regionalBalance, count: regionalBalance.count ?? "round" };
  const settled = { ...policy, regionalBalance: balance };
  return canonicalPolicy({
    ...settled,
    tiers: tiers?.map(tier) ?? policy.tiers.filter(({ objectives }) => objectives.every(isOn(settled))),
  });
}

function tier(given: TierJson): Tier {
  const { objectives } = given;
  return { objectives, weights: given.weights ?? objectives.map(() => 1), allowance: given.allowance ?? { absolute: 0 } };
}

type Defined<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}

import { describe, expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { type PolicyVariant, PROFILE_VARIANT, policyOf } from "../../datasets/generator/policy-variant.ts";
import { effectivePolicy } from "../../engine/input/effective-policy.ts";
import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";

const { defaults } = be20240515;
const policy = (part: Partial<PolicyVariant>) => effectivePolicy(be20240515, policyOf({ ...PROFILE_VARIANT, ...part }));

describe("a variant of the policy", () => {
  it("that is the profile's own gives no key, so that the round is as it would be without", () => {
    expect(policyOf(PROFILE_VARIANT)).toEqual({});
    expect(generateRound({ candidates: 20, seed: 1 })).not.toHaveProperty("policy");
  });

  it("with wishes early has the profile's tiers and allowances in another order, wishes before composition", () => {
    const { tiers } = policy({ wishes: "early" });
    const byName = (list: typeof tiers) => list.toSorted((a, b) => (a.objectives.join() < b.objectives.join() ? -1 : 1));
    expect(byName(tiers)).toEqual(byName(defaults.tiers));
    const order = tiers.flatMap(({ objectives }) => objectives);
    expect(order.indexOf("wishes")).toBeLessThan(order.indexOf("worst-promotion"));
  });

  it("changes what it names, not the people or the offer", () => {
    const [plain, other] = [{}, { ground: "composition", targets: "met" } as const].map((part) =>
      generateRound({ candidates: 60, seed: 5, policy: part }),
    );
    expect({ ...other, policy: undefined }).toEqual({ ...plain, policy: undefined });
    expect(policy({ ground: "composition" })).toEqual({ ...defaults, deferralGround: "composition" });
    const sums = (policy({ targets: "met" }).representativeness ?? []).map((one) =>
      "targets" in one ? Object.values(one.targets).reduce((sum, share) => sum + share, 0) : 0,
    );
    for (const sum of sums) expect(sum).toBeCloseTo(1, 9);
  });
});

import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../engine/input/check-policy.ts";
import { checkTiers } from "../../engine/input/check-tiers.ts";
import { type PolicyJson, policySchema } from "../../engine/input/policy-schema.ts";
import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";
import { PROFILES } from "../../engine/profiles/catalogue.ts";
import type { Profile } from "../../engine/profiles/profile.ts";

const profiles = [...PROFILES.values()];

/** The defaults as a round would give them. */
function given(profile: Profile): PolicyJson {
  return JSON.parse(JSON.stringify(profile.defaults));
}

/** The value a setting such as `crossRegion.mode` has in a policy. */
function settingIn(policy: unknown, setting: string): unknown {
  return setting.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], policy);
}

/** The policy with another value of a setting. */
function withSetting(policy: PolicyJson, setting: string, value: unknown): unknown {
  const [key = "", part] = setting.split(".");
  const inner = settingIn(policy, key) as object;
  return { ...policy, [key]: part === undefined ? value : { ...inner, [part]: value } };
}

describe.each(profiles)("the defaults of profile $id", (profile) => {
  it("pass every check of a round's own policy", () => {
    expect(policySchema.safeParse(given(profile)).error).toBeUndefined();
    expect([...checkPolicy(given(profile))]).toEqual([]);
    expect([...checkTiers(given(profile).tiers ?? [], profile.defaults)]).toEqual([]);
  });

  it("are what its readings say, setting by setting", () => {
    const settings = profile.readings.filter(({ setting }) => setting !== "fixed");
    expect(settings.length).toBeGreaterThan(0);
    for (const { setting, default: stated } of settings) {
      const value = settingIn(profile.defaults, setting);
      expect(value, setting).toBeDefined();
      if (typeof value !== "object") expect(stated, setting).toBe(String(value));
    }
    expect(new Set(settings.map(({ setting }) => setting)).size).toBe(settings.length);
  });

  it("can be changed to every alternative of a setting that has only some", () => {
    const words = profile.readings.filter(({ setting }) => typeof settingIn(profile.defaults, setting) === "string");
    for (const { setting, alternatives } of words) {
      expect(alternatives.length, setting).toBeGreaterThan(0);
      for (const value of alternatives) {
        expect(policySchema.safeParse(withSetting(given(profile), setting, value)).success, `${setting}: ${value}`).toBe(true);
      }
    }
  });
});

describe("profile be-2024-05-15", () => {
  it("reads the law as the contract says", () => {
    const readings = Object.fromEntries(
      be20240515.readings.flatMap((reading) => (reading.setting === "fixed" ? [] : [[reading.setting, reading.default]])),
    );
    expect(readings).toMatchObject({
      ageLimit: "until-26th-birthday",
      approvalCover: "whole-service",
      choices: "up-to-three",
      needs: "impose",
      languages: "forbid",
      wishes: "generous",
      deferralGround: "replacement",
      "deferral.maxCount": "1",
      "deferral.maxDays": "365",
      "crossRegion.mode": "soft",
      "crossRegion.minimum": "1",
      "regionalBalance.tolerance": "0.1",
      "regionalBalance.mode": "soft",
      "regionalBalance.count": "round",
      "lowSkilled.minimum": "0.3",
      representativeness: '["age","education","sex"]',
    });
    expect(readings.tiers).toBe(
      '["changes","deferral-cap","reserve-priority","placed","regional-balance","worst-promotion","representativeness","low-skilled",' +
        '"cross-region","delay","wishes","cross-language","lottery"]',
    );
  });

  it("states a reading for every key of the policy", () => {
    const keys = new Set(be20240515.readings.map(({ setting }) => setting.split(".")[0]));
    expect(Object.keys(be20240515.defaults).filter((key) => !keys.has(key))).toEqual([]);
  });
});

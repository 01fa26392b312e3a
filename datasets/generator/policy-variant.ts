import type { PolicyJson } from "../../engine/input/policy-schema.ts";

/** In what a policy may differ from the profile's defaults, so that what is measured does not hang on one political choice. */
export interface PolicyVariant {
  readonly ground: "replacement" | "composition";
  /** `early`: wishes come right after the quota-free tiers and before composition; `late`: where the profile has them. */
  readonly wishes: "late" | "early";
  /** `unmet`: the profile's, shares of all young people, which these applicants cannot meet; `met`: near the applicants' own. */
  readonly targets: "unmet" | "met";
}

/** What the profile does by default. */
export const PROFILE_VARIANT: PolicyVariant = { ground: "replacement", wishes: "late", targets: "unmet" };

/** A twentieth around shares that `APPLICANTS` draws from, so that most promotions can be inside every band. */
const MET: NonNullable<PolicyJson["representativeness"]> = [
  { dimension: "sex", targets: { F: 0.55, M: 0.45 }, tolerance: 0.05, mode: "soft" },
  { dimension: "education", targets: { low: 0.35, higher: 0.65 }, tolerance: 0.05, mode: "soft" },
  { dimension: "age", targets: { "18-19": 0.34, "20-21": 0.35, "22-23": 0.2, "24-25": 0.11 }, tolerance: 0.05, mode: "soft" },
];

const TENTH = { allowance: { relative: 0.1 } } as const;

/** The profile's tiers with cross-region and wishes before composition (DOMAIN section 4 compares the two orders). */
const WISHES_EARLY: NonNullable<PolicyJson["tiers"]> = [
  { objectives: ["changes"] },
  { objectives: ["deferral-cap"] },
  { objectives: ["reserve-priority"] },
  { objectives: ["placed"] },
  { objectives: ["regional-balance"], ...TENTH },
  { objectives: ["cross-region"] },
  { objectives: ["wishes"] },
  { objectives: ["worst-promotion"], ...TENTH },
  { objectives: ["representativeness"], ...TENTH },
  { objectives: ["low-skilled"] },
  { objectives: ["delay"], ...TENTH },
  { objectives: ["cross-language"] },
  { objectives: ["lottery"] },
];

/** The keys of a policy that a variant gives; none where it is the profile's own. */
export function policyOf({ ground, wishes, targets }: PolicyVariant): PolicyJson {
  return {
    ...(ground === PROFILE_VARIANT.ground ? {} : { deferralGround: ground }),
    ...(wishes === "early" ? { tiers: WISHES_EARLY } : {}),
    ...(targets === "met" ? { representativeness: MET } : {}),
  };
}

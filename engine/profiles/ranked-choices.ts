import type { Policy } from "../domain/policy.ts";
import { be20240515 } from "./be-2024-05-15.ts";
import type { Profile } from "./profile.ts";
import { readingsUnder } from "./readings.ts";

const defaults: Policy = {
  ...be20240515.defaults,
  regionalBalance: null,
  representativeness: null,
  crossRegion: null,
  lowSkilled: null,
  deferral: null,
  choices: "any-number",
  deferralGround: "composition",
  tiers: be20240515.defaults.tiers.filter((tier) => tier.objectives.some((id) => id === "placed" || id === "wishes")),
};

/**
 * The bare matching problem: ranked choices, places, promotions' sizes. No age, date, zone, language or record rule, so that
 * instances of other programmes can be run.
 */
export const rankedChoices: Profile = {
  id: "ranked-choices",
  status: "No law: a matching problem with ranked choices.",
  source: "This project",
  rules: [
    "cross-region",
    "mission-capacity",
    "one-place",
    "pins",
    "promotion-size",
    "regional-balance",
    "representativeness",
    "three-choices",
  ],
  requires: { birthDate: false, residence: false, chosenStart: false },
  defaults,
  citations: be20240515.citations,
  readings: readingsUnder(defaults).filter(({ setting }) => ["choices", "tiers", "wishes"].includes(setting)),
};

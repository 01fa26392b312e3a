import type { RuleId } from "../domain/policy.ts";
import type { Profile } from "../profiles/profile.ts";
import { age } from "./age.ts";
import { approval } from "./approval.ts";
import { crossRegionRule } from "./cross-region.ts";
import { languages } from "./languages.ts";
import { missionCapacity } from "./mission-capacity.ts";
import { needs } from "./needs.ts";
import { noIdleSeat } from "./no-idle-seat.ts";
import { notBefore } from "./not-before.ts";
import { once } from "./once.ts";
import { onePlace } from "./one-place.ts";
import { ownInitiative } from "./own-initiative.ts";
import { pins } from "./pins.ts";
import { promotionSize } from "./promotion-size.ts";
import { promotionZone } from "./promotion-zone.ts";
import { record } from "./record.ts";
import { regionalBalanceRule } from "./regional-balance.ts";
import { representativenessRule } from "./representativeness.ts";
import type { Rule } from "./rule.ts";
import { threeChoices } from "./three-choices.ts";
import { workingTime } from "./working-time.ts";

/** Every rule by id. */
const RULES: Readonly<Record<RuleId, Rule>> = {
  age,
  approval,
  "cross-region": crossRegionRule,
  languages,
  "mission-capacity": missionCapacity,
  needs,
  "no-idle-seat": noIdleSeat,
  "not-before": notBefore,
  once,
  "one-place": onePlace,
  "own-initiative": ownInitiative,
  pins,
  "promotion-size": promotionSize,
  "promotion-zone": promotionZone,
  record,
  "regional-balance": regionalBalanceRule,
  representativeness: representativenessRule,
  "three-choices": threeChoices,
  "working-time": workingTime,
};

/** The rules a profile applies, in its order. */
export function rulesOf(profile: Profile): readonly Rule[] {
  return profile.rules.map((id) => RULES[id]);
}

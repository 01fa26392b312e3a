import type { Standing } from "../../domain/guarantee.ts";
import type { RuleId } from "../../domain/policy.ts";
import { attendances, daysOf } from "../attendance.ts";
import { type Examined, foundOnAll, type Guarantee } from "./guarantee.ts";

function brokenRules({ violations }: Examined): ReadonlySet<RuleId> {
  return new Set(violations.flatMap((violation) => (violation.kind === "rule" ? violation.rule : [])));
}

/** Rules the profile does not list are not measured. */
function standingOf(rules: readonly RuleId[], examined: Examined): Standing {
  const broken = brokenRules(examined);
  if (rules.some((rule) => broken.has(rule))) return "violated";
  return rules.some((rule) => examined.casefile.profile.rules.includes(rule)) ? "holds" : "not-measured";
}

/** G1: every hard rule of the profile holds. */
export const everyRule: Guarantee = (examined) =>
  foundOnAll(brokenRules(examined).size > 0 ? "violated" : "holds", "rules", examined.casefile.profile.rules.length);

const WHO_AND_WHERE: readonly RuleId[] = [
  "age",
  "approval",
  "not-before",
  "once",
  "own-initiative",
  "promotion-zone",
  "record",
  "three-choices",
  "working-time",
];

/** G2: nobody outside their choices, dates, zone or eligibility. */
export const nobodyOutside: Guarantee = (examined) =>
  foundOnAll(standingOf(WHO_AND_WHERE, examined), "placements", examined.casefile.services.length);

/** G3: places and sizes hold at every date; counted: promotions, and every run of days at a mission or host on which somebody serves. */
export const placesAndSizes: Guarantee = (examined) => {
  const { casefile } = examined;
  const runs = attendances(casefile).flatMap((attendance) => daysOf(attendance).filter(({ persons }) => persons > 0));
  const standing = standingOf(["mission-capacity", "promotion-size"], examined);
  return foundOnAll(standing, "places and sizes", runs.length + casefile.round.promotions.length);
};

/** G9: pins are untouched. */
export const pinsUntouched: Guarantee = (examined) =>
  foundOnAll(standingOf(["pins"], examined), "pins", examined.casefile.round.pins.length);

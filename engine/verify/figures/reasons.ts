import { formatDay } from "../../domain/calendar.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Candidate, Promotion } from "../../domain/round.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import type { Casefile } from "../casefile.ts";
import { assignmentRules, blocksOf, wishesOf } from "../fits.ts";
import { nearestDate } from "../nearest-date.ts";
import { openingsOf } from "../openings.ts";
import { below, compare, differs } from "./compare.ts";
import { checkGround, type Evidence } from "./ground-claims.ts";
import { possibilitiesOf } from "./possibilities.ts";

/** Somebody who waits: deferred to a promotion, or not placed at all (`null`). */
export interface Waiting {
  readonly candidate: Candidate;
  readonly reason: Reason | null;
  readonly given: Promotion | null;
}

function checkNoFit(path: string, { candidate, reason }: Waiting, casefile: Casefile): FigureViolation[] {
  const rules = assignmentRules(casefile);
  const blocked = wishesOf(candidate, casefile).map((wish) => {
    return { missions: wish.choice.missions, blocks: blocksOf(wish, rules, casefile) };
  });
  return compare(path, reason, { code: "no-fit", blocked });
}

/** The nearest date as it is told, and a ground for every later date before the one given. */
function checkDates(path: string, { candidate, reason, given }: Waiting, nearest: number, evidence: Evidence): FigureViolation[] {
  const { casefile } = evidence;
  if (reason === null || reason.code === "no-fit") return [];
  const groups = new Set(openingsOf(candidate, casefile).map(({ group }) => group));
  const there = [...groups].flatMap(({ start, promotions }) => (start === nearest ? promotions : []));
  const told = { date: formatDay(nearest), promotions: there.map(({ id }) => id).sort() };
  const between = [...groups].flatMap(({ start }) => (given !== null && start > nearest && start < given.start ? [start] : []));
  const passed = [...new Set(between)].sort((a, b) => a - b);
  const listed = reason.passed ?? [];
  const dates = passed.map(formatDay);
  const silent = reason.code === "not-established" && reason.passed === undefined;
  return [
    ...(reason.nearest === undefined ? [] : compare(below(path, "nearest"), reason.nearest, told)),
    ...(silent
      ? []
      : compare(
          below(path, "passed"),
          listed.map(({ date }) => date),
          dates,
        )),
    ...passed.flatMap((day, i) => {
      const { [i]: ground } = listed;
      if (ground === undefined) return [];
      const wanted = () => possibilitiesOf(candidate, (start) => start === day, casefile);
      return checkGround(below(below(path, "passed"), i), { candidate, ground, wanted, deferred: true }, evidence);
    }),
  ];
}

/**
 * Checks the reason of somebody who waits. `no-fit` is given exactly where no choice fits in any promotion, with what blocks each;
 * else every claim must be true of these placements, for each date passed over. `not-established` claims nothing and is always lawful.
 */
export function checkReason(path: string, waiting: Waiting, evidence: Evidence): FigureViolation[] {
  const { candidate, reason, given } = waiting;
  const { casefile } = evidence;
  const nearest = nearestDate(candidate, casefile);
  if (nearest === null) return checkNoFit(path, waiting, casefile);
  if (reason === null || reason.code === "no-fit") return [differs(below(path, "code"), reason?.code, "a ground")];
  const wanted = () => possibilitiesOf(candidate, (start) => given === null || start === nearest, casefile);
  return [
    ...checkDates(path, waiting, nearest, evidence),
    ...checkGround(path, { candidate, ground: reason, wanted, deferred: given !== null }, evidence),
  ];
}

import type { Result } from "../../domain/result.ts";
import type { Casefile, Service } from "../casefile.ts";
import { limitsOf } from "../exchange/limits.ts";
import { openBench } from "../exchange/moves.ts";
import { delayDays, nearestDate } from "../nearest-date.ts";
import { type Opening, openingsOf } from "../openings.ts";
import { vacanciesOf } from "../vacancy.ts";
import { type Examined, foundOnAll, type Guarantee } from "./guarantee.ts";

/** Most moves that are tried for one result. */
const MOST_MOVES = 2_000;

/** Every opening of a deferred candidate from the nearest date on and before the date given, places and seats aside. */
function earlierOpenings({ candidate, promotion }: Service, casefile: Casefile): Opening[] {
  const nearest = nearestDate(candidate, casefile) ?? promotion.start;
  return openingsOf(candidate, casefile).filter(({ group }) => group.start >= nearest && group.start < promotion.start);
}

/** Whether every tier up to the delays is proven: then whoever starts earlier costs an earlier tier, or somebody else the same days. */
function delaysProven({ tiers }: Result): boolean {
  const delay = tiers.findIndex(({ objectives }) => objectives.includes("delay"));
  return delay >= 0 && tiers[delay]?.objectives.length === 1 && tiers[delay]?.quality === "proven-optimal";
}

/** The dates on which a candidate alone, everybody else staying, could start at no cost to any tier. */
function freeDates({ casefile, result, values }: Examined, deferred: readonly Service[]): { tried: boolean; free: number } {
  const bench = openBench(casefile, limitsOf(casefile.round, result, values));
  const vacancies = vacanciesOf(casefile);
  const pinned = new Set(casefile.round.pins.flatMap((pin) => (pin.kind === "place" ? pin.candidate : [])));
  let [moves, free] = [0, 0];
  for (const from of deferred) {
    if (pinned.has(from.candidate.id)) continue;
    for (const { wish, rank, group } of earlierOpenings(from, casefile)) {
      const [first] = group.promotions;
      if (first === undefined || vacancies.lacksPlace(wish, first)) continue;
      for (const promotion of group.promotions) {
        if (vacancies.lacksSeat(from.candidate, promotion)) continue;
        if (++moves > MOST_MOVES || bench.isSpent()) return { tried: false, free };
        if (bench.allows([{ from, to: { ...wish, promotion, rank } }])) free++;
      }
    }
  }
  return { tried: true, free };
}

/** The dates of deferred candidates that their reasons settle: with a ground that was established and that nothing contradicts. */
function datesTold({ result, violations }: Examined, deferred: readonly Service[]): number {
  const wrong = new Set(
    violations.flatMap((one) => (one.kind === "figure" ? (/^\/outcomes\/\d+/.exec(one.path)?.[0] ?? []) : [])),
  );
  const reasons = new Map(
    result.outcomes.flatMap((outcome, index) =>
      outcome.outcome === "deferred" && !wrong.has(`/outcomes/${index}`) ? [[outcome.candidate, outcome.reason] as const] : [],
    ),
  );
  return deferred.reduce((sum, service) => {
    const reason = reasons.get(service.candidate.id) ?? null;
    if (reason === null || reason.code === "no-fit") return sum;
    return sum + [reason, ...(reason.passed ?? [])].filter(({ code }) => code !== "not-established").length;
  }, 0);
}

/**
 * G6, Art. 23 §3: forcing any date between the nearest and the one given breaks a tier, or a tie was drawn. Shown by the proof of every tier
 * up to `delay`, or date by date by the reasons of the deferred; violated where a candidate could start earlier with everybody else
 * staying, at no cost to any tier.
 */
export const datesBetween: Guarantee = (examined) => {
  const { casefile, result } = examined;
  const deferred = casefile.services.filter((service) => delayDays(service, casefile) > 0);
  const dates = deferred.reduce((sum, service) => {
    return sum + new Set(earlierOpenings(service, casefile).map(({ group }) => group.start)).size;
  }, 0);
  const { tried, free } = freeDates(examined, deferred);
  if (free > 0) return foundOnAll("violated", "dates", dates);
  const told = datesTold(examined, deferred);
  if (told >= dates || (tried && delaysProven(result))) return foundOnAll("holds", "dates", dates);
  return { standing: "not-measured", measured: { subject: "dates", checked: told, of: dates } };
};

import type { Day } from "../../domain/calendar.ts";
import { at, type Instance } from "../../model/instance.ts";
import { hostAccounts, missionAccounts, type PlacesAccount } from "../../model/places-account.ts";

/** Slots of opening o: `from[i] .. until[i] - 1` for `starts[o] <= i < starts[o + 1]`. */
export interface Runs {
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
}

/** The slots (a mission or host on a day) that can keep somebody out, numbered account by account, with the free places of each. */
interface SlotRuns {
  readonly runs: Runs;
  readonly places: Int32Array;
}

/**
 * The days of an account that say something: nobody can be kept out on a day on which fewer serve at most than places are free, nor first
 * on a day that another day covers (everybody who serves on it serves on the other, which has no more places).
 */
function tellingDays(instance: Instance, { openings, criticalDays, freeOn }: PlacesAccount): readonly Day[] {
  const { candidateOf, intakeOf, intakes } = instance.arcs.openings;
  const services = new Map<number, number>();
  for (const o of openings) if (!services.has(at(intakeOf, o))) services.set(at(intakeOf, o), services.size);
  const periods = [...services.keys()].map((intake) => at(instance.round.promotions, at(at(intakes, intake), 0)));
  const serving = criticalDays.map((day) => {
    const intakesThen = periods.flatMap(({ start, end }, i) => (start <= day && day <= end ? [i] : []));
    return { day, free: freeOn(day), intakes: new Set(intakesThen) };
  });
  const covers = (a: number, b: number) =>
    at(serving, a).free <= at(serving, b).free && at(serving, b).intakes.isSubsetOf(at(serving, a).intakes);
  const telling = serving.filter((_, i) => !serving.some((_one, j) => j !== i && covers(j, i) && (j < i || !covers(i, j))));
  const people = (then: ReadonlySet<number>) =>
    new Set(openings.filter((o) => then.has(services.get(at(intakeOf, o)) ?? -1)).map((o) => at(candidateOf, o))).size;
  return telling.filter(({ free, intakes: then }) => people(then) > free).map(({ day }) => day);
}

/** The places of a mission or host, on the days that can keep somebody out. */
export interface TellingAccount extends PlacesAccount {
  readonly days: readonly Day[];
}

/** The telling days of every account of an instance: worked out once, as they take longer than all else here. */
const knownDays = new WeakMap<Instance, readonly (readonly Day[])[]>();

/** The accounts with a day that can keep somebody out. */
export function tellingAccounts(instance: Instance): readonly TellingAccount[] {
  const accounts = [...missionAccounts(instance), ...hostAccounts(instance)];
  const daysOf = knownDays.get(instance) ?? accounts.map((account) => tellingDays(instance, account));
  knownDays.set(instance, daysOf);
  return accounts.flatMap((account, i) => {
    const days = at(daysOf, i);
    return days.length === 0 ? [] : [{ ...account, days }];
  });
}

/** The slots of an instance and the openings' runs of them: whoever takes an opening takes a place on each of its days. */
export function slotRuns(instance: Instance): SlotRuns {
  const { count, intakeOf, intakes } = instance.arcs.openings;
  const periods = intakes.map((intake) => at(instance.round.promotions, at(intake, 0)));
  const places: number[] = [];
  const accounts = tellingAccounts(instance).map(({ days, openings, freeOn }) => {
    const first = places.length;
    for (const day of days) places.push(freeOn(day));
    return { first, days, openings };
  });
  const starts = new Int32Array(count + 1);
  const eachRun = (visit: (opening: number, from: number, until: number) => void) => {
    for (const { first, days, openings } of accounts) {
      for (const opening of openings) {
        const { start, end } = at(periods, at(intakeOf, opening));
        let [from, until] = [0, days.length];
        while (from < until && at(days, from) < start) from += 1;
        while (until > from && at(days, until - 1) > end) until -= 1;
        if (from < until) visit(opening, first + from, first + until);
      }
    }
  };
  eachRun((opening) => {
    starts[opening + 1] = at(starts, opening + 1) + 1;
  });
  for (let o = 0; o < count; o++) starts[o + 1] = at(starts, o + 1) + at(starts, o);
  const next = starts.slice();
  const runs = { starts, from: new Int32Array(at(starts, count)), until: new Int32Array(at(starts, count)) };
  eachRun((opening, from, until) => {
    const i = at(next, opening);
    runs.from[i] = from;
    runs.until[i] = until;
    next[opening] = i + 1;
  });
  return { runs, places: Int32Array.from(places) };
}

import { findCycle } from "../exchange/cycles.ts";
import { limitsOf } from "../exchange/limits.ts";
import type { Move } from "../exchange/moved.ts";
import { openBench } from "../exchange/moves.ts";
import { preferencesOf } from "../exchange/preferences.ts";
import { vacanciesOf } from "../vacancy.ts";
import { type Examined, foundOnAll, type Guarantee } from "./guarantee.ts";

/** Arcs of the envy digraph that are walked per length of cycle. */
const STEPS = 100_000;
/** Cycles of up to this length are looked at even where they are many. */
const SURELY = 3;
/** Fewer than this settles too little to be called measured. */
const LEAST = 3;

/** An exchange that everybody in it prefers and that no tier or rule stands against, and how far was looked for one. */
interface ExchangeSearch {
  /** Who would move, and where to; `null` where none was found. */
  readonly found: readonly Move[] | null;
  /** Exchanges looked at. */
  readonly seen: number;
  /** Every cycle of up to this length was looked at; `Infinity`: all. */
  readonly longest: number;
}

/** Searches the free positions first, then the cycles of the digraph in which each points to whoever holds a position they prefer. */
function findExchange({ casefile, result, values }: Pick<Examined, "casefile" | "result" | "values">): ExchangeSearch {
  const preferences = preferencesOf(casefile);
  const bench = openBench(casefile, limitsOf(casefile.round, result, values));
  const vacancies = vacanciesOf(casefile);
  const { services } = casefile;
  let seen = 0;
  for (const [index, from] of casefile.services.entries()) {
    for (const { wish, rank, group } of preferences.openings(index)) {
      const [first] = group.promotions;
      if (first === undefined || vacancies.lacksPlace(wish, first)) continue;
      for (const promotion of group.promotions) {
        if (vacancies.lacksSeat(wish.candidate, promotion)) continue;
        if (bench.isSpent()) return { found: null, seen, longest: 0 };
        seen++;
        const to = { ...wish, promotion, rank };
        if (bench.allows([{ from, to }])) return { found: [{ from, to }], seen, longest: 1 };
      }
    }
  }
  const movesOf = (cycle: readonly number[]): Move[] =>
    cycle.flatMap((index, position) => {
      const next = cycle[(position + 1) % cycle.length] ?? -1;
      const to = preferences.held[index]?.find(({ holders }) => holders.includes(next))?.to;
      const from = services[index];
      return from === undefined || to === undefined ? [] : { from, to };
    });
  const successors = preferences.held.map((preferred) => preferred.flatMap(({ holders }) => holders));
  const search = findCycle(successors, (cycle) => bench.allows(movesOf(cycle)), {
    steps: STEPS,
    surely: SURELY,
    stop: bench.isSpent,
  });
  const { found, longest } = search;
  return { found: found === null ? null : movesOf(found), seen: seen + search.seen, longest };
}

/**
 * G8: there is no exchange that everybody in it prefers (a better choice or less delay after the nearest date, and neither of them worse)
 * while every rule holds and every tier keeps its value, or its lock where the policy gives it an allowance. An exchange is a move to a free
 * place, a swap, or a cycle in which each takes the next one's promotion and mission. The draw is no ground to keep people from it.
 */
export const noBetterExchange: Guarantee = (examined) => {
  const { found, seen, longest } = findExchange(examined);
  const placed = examined.casefile.services.length;
  if (found !== null)
    return { standing: "violated", measured: { subject: "cycles", checked: seen, of: null, longest: found.length } };
  if (longest === Infinity) {
    const all = foundOnAll("holds", "cycles", seen);
    return { ...all, measured: { ...all.measured, longest: placed } };
  }
  const standing = longest < LEAST ? "not-measured" : "holds";
  return { standing, measured: { subject: "cycles", checked: seen, of: null, longest } };
};

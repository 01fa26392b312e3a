import { generateRound } from "../../datasets/generate-round.ts";
import { dayOf, endOfService, FIRST_DAY } from "../../datasets/generator/horizon.ts";
import { formatDay, parseDay } from "../../engine/domain/calendar.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";

/** Where a generated round is moved to and what its ids begin with. */
interface Fresh {
  readonly candidates: number;
  readonly seed: number;
  readonly prefix: string;
  /** Day that the generator's first one becomes. */
  readonly from: number;
}

/** A generated round of three months whose every date is moved and whose every id begins with a prefix. */
export function freshRound({ candidates, seed, prefix, from }: Fresh): RoundJson {
  const shift = (text: string) => formatDay((parseDay(text) ?? 0) + from - FIRST_DAY);
  const moved = JSON.stringify(generateRound({ candidates, seed, months: 3 }))
    .replaceAll(/"([chmp]\d+)"/g, `"${prefix}$1"`)
    .replaceAll(/"(\d{4}-\d{2}-\d{2})"/g, (_, day: string) => `"${shift(day)}"`);
  const round: RoundJson = JSON.parse(moved);
  // Half a year from another day has another number of days.
  const promotions = round.promotions.map((one) => ({ ...one, end: formatDay(endOfService(dayOf(one.start))) }));
  return { ...round, promotions };
}

/** The next round with the new applications, missions and promotions of a fresh one. */
export function continueYear(next: RoundJson, fresh: RoundJson): RoundJson {
  return {
    ...next,
    hosts: [...next.hosts, ...fresh.hosts],
    missions: [...next.missions, ...fresh.missions],
    promotions: [...next.promotions, ...fresh.promotions],
    candidates: [...next.candidates, ...fresh.candidates],
  };
}

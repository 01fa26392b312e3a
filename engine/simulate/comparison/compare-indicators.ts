import type { Indicators, Result } from "../../domain/result.ts";

/** One headline figure of both runs; `name` is its place in `indicators`, ranks as `ranks/1`. */
export interface IndicatorComparison {
  readonly name: string;
  readonly base: number;
  readonly other: number;
  readonly difference: number;
}

/** The indicators of two results, one by one; a rank that only one of them has counts 0 in the other. */
export function compareIndicators(base: Result, other: Result): IndicatorComparison[] {
  const [ofBase, ofOther] = [figures(base.indicators), figures(other.indicators)];
  return [...new Set([...ofBase.keys(), ...ofOther.keys()])].map((name) => {
    const [one, two] = [ofBase.get(name) ?? 0, ofOther.get(name) ?? 0];
    return { name, base: one, other: two, difference: two - one };
  });
}

function figures({ ranks, placed, deferred, reserve, ineligible, representativeness }: Indicators): ReadonlyMap<string, number> {
  const perRank = ranks.map((count, index) => [`ranks/${index + 1}`, count] as const);
  return new Map([
    ...Object.entries({ placed, deferred, reserve, ineligible }),
    ...perRank,
    ["representativeness", representativeness],
  ]);
}

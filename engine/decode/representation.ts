import { chiSquaredDistributionTable } from "simple-statistics";
import type { Distance, Outcome, RepresentationResult } from "../domain/result.ts";
import { at, type Instance } from "../model/instance.ts";

type Shares = Readonly<Record<string, number>>;
type Counts = Readonly<Record<string, number>>;

const SIGNIFICANCE = 0.05;
/** Smallest expected count for which the chi-squared approximation is used (Cochran 1954). */
const LEAST_EXPECTED = 5;

/** How far applicants and those who serve lie from the targets, by dimension with targets. */
export function representationResults(instance: Instance, outcomes: readonly Outcome[]): readonly RepresentationResult[] {
  const { policy, candidates } = instance.round;
  const eligible = candidates.filter((_, index) => at(outcomes, index).outcome !== "ineligible");
  const serving = candidates.filter((_, index) => "promotion" in at(outcomes, index));
  return (policy.representativeness ?? []).flatMap((setting) => {
    if ("quotas" in setting) return [];
    const { dimension, targets } = setting;
    const categories = [...Object.keys(targets), ...eligible.flatMap(({ attributes }) => attributes[dimension] ?? [])];
    const names = [...new Set(categories)].sort();
    const count = (people: typeof candidates): Counts =>
      Object.fromEntries(names.map((name) => [name, people.filter(({ attributes }) => attributes[dimension] === name).length]));
    const [applicants, served] = [count(eligible), count(serving)];
    return [
      {
        dimension,
        applicants,
        served,
        before: distance(applicants, targets),
        after: distance(served, targets),
        selection: distance(served, sharesOf(applicants)),
      },
    ];
  });
}

/** Shares of the categories that occur. */
function sharesOf(counts: Counts): Shares {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [[name, count / total]])));
}

/**
 * Total variation and Pearson's chi-squared between counts and shares, over the categories that have a share. With n persons in them:
 *
 *     totalVariation = 1/2 * sum |count/n - share|          statistic = sum (count - n * share)^2 / (n * share)
 */
function distance(counts: Counts, shares: Shares): Distance {
  const cells = Object.keys(shares)
    .sort()
    .map((name) => ({ count: counts[name] ?? 0, share: shares[name] ?? 0 }));
  const persons = cells.reduce((sum, { count }) => sum + count, 0);
  if (persons === 0) return { totalVariation: null, chiSquared: null };
  const apart = cells.reduce((sum, { count, share }) => sum + Math.abs(count / persons - share), 0);
  return { totalVariation: apart / 2, chiSquared: chiSquared(cells, persons) };
}

function chiSquared(
  cells: readonly { readonly count: number; readonly share: number }[],
  persons: number,
): Distance["chiSquared"] {
  const degrees = cells.length - 1;
  const rows = new Map(Object.entries(chiSquaredDistributionTable));
  const critical = rows.get(String(degrees))?.[SIGNIFICANCE];
  const expected = cells.map(({ share }) => share * persons);
  if (critical === undefined || expected.some((count) => count < LEAST_EXPECTED)) return null;
  const statistic = cells.reduce((sum, { count }, i) => sum + (count - at(expected, i)) ** 2 / at(expected, i), 0);
  return { statistic, degrees, differs: statistic > critical };
}

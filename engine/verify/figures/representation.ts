import { chiSquaredDistributionTable } from "simple-statistics";
import type { Distance, RepresentationResult } from "../../domain/result.ts";
import type { Candidate } from "../../domain/round.ts";
import type { Casefile } from "../casefile.ts";
import { ineligibility } from "../eligibility.ts";

type Shares = ReadonlyMap<string, number>;
type Counts = ReadonlyMap<string, number>;

/** Below this many expected persons in a category Pearson's statistic is not distributed as chi-squared. */
const LEAST_EXPECTED = 5;
const MOST_DEGREES = 70;
const CRITICAL_VALUES = new Map(
  Object.entries(chiSquaredDistributionTable).map(([degrees, values]) => [Number(degrees), values["0.05"]]),
);

function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0);
}

/** Persons per category, every category of `categories` and no other, in that order. */
function countBy(people: readonly Candidate[], dimension: string, categories: readonly string[]): Map<string, number> {
  const counts = new Map(categories.map((category) => [category, 0]));
  for (const { attributes } of people) {
    const category = attributes[dimension];
    const count = category === undefined ? undefined : counts.get(category);
    if (category !== undefined && count !== undefined) counts.set(category, count + 1);
  }
  return counts;
}

/** Pearson's test: sum over categories of (observed - n share)^2 / (n share), against the critical value at 5 %. */
function chiSquared(observed: readonly number[], shares: readonly number[], persons: number): Distance["chiSquared"] {
  const expected = shares.map((share) => persons * share);
  const degrees = shares.length - 1;
  const critical = CRITICAL_VALUES.get(degrees);
  if (critical === undefined || degrees > MOST_DEGREES || expected.some((count) => count < LEAST_EXPECTED)) return null;
  const statistic = sum(expected.map((count, index) => ((observed[index] ?? 0) - count) ** 2 / count));
  return { statistic, degrees, differs: statistic > critical };
}

/** How far counts lie from shares, over the categories that have a share; the others are no part of n. */
function distanceOf(counts: Counts, shares: Shares): Distance {
  const categories = [...shares.keys()].sort();
  const observed = categories.map((category) => counts.get(category) ?? 0);
  const asked = categories.map((category) => shares.get(category) ?? 0);
  const persons = sum(observed);
  if (persons === 0) return { totalVariation: null, chiSquared: null };
  const apart = observed.map((count, index) => Math.abs(count / persons - (asked[index] ?? 0)));
  return { totalVariation: sum(apart) / 2, chiSquared: chiSquared(observed, asked, persons) };
}

/** Each category's part of all persons counted; a category with nobody in it has none. */
function sharesOf(counts: Counts): Shares {
  const persons = sum([...counts.values()]);
  return new Map([...counts].filter(([, count]) => count > 0).map(([category, count]) => [category, count / persons]));
}

/**
 * Art. 23 §3 over the whole round, members aside: for each dimension with targets, those who may serve and those who are placed or
 * deferred, against the targets and against each other.
 */
export function representationFigures(casefile: Casefile): RepresentationResult[] {
  const { round, services } = casefile;
  const applying = round.candidates.filter((candidate) => ineligibility(candidate, casefile).length === 0);
  const serving = services.map(({ candidate }) => candidate);
  return (round.policy.representativeness ?? []).flatMap((asked) => {
    if (!("targets" in asked)) return [];
    const { dimension } = asked;
    const occurring = applying.map(({ attributes }) => attributes[dimension]).filter((category) => category !== undefined);
    const categories = [...new Set([...Object.keys(asked.targets), ...occurring])].sort();
    const applicants = countBy(applying, dimension, categories);
    const served = countBy(serving, dimension, categories);
    const targets = new Map(Object.entries(asked.targets));
    return {
      dimension,
      applicants: Object.fromEntries(applicants),
      served: Object.fromEntries(served),
      before: distanceOf(applicants, targets),
      after: distanceOf(served, targets),
      selection: distanceOf(served, sharesOf(applicants)),
    };
  });
}

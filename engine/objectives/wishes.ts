import type { Wishes } from "../domain/policy.ts";
import { type ArcSum, UNMARKED } from "../model/arc-sum.ts";
import { at, type Instance } from "../model/instance.ts";
import { candidatesWhoCould, placementsThat } from "./counting.ts";
import { type Entry, never, type Objective, sumEntry } from "./objective.ts";

/** Length of the longest list of choices; at least three where three are asked for (Art. 12 §1). */
function lowestRank({ round }: Instance): number {
  const asked = round.policy.choices === "any-number" ? 1 : 3;
  return round.candidates.reduce((longest, candidate) => Math.max(longest, candidate.choices.length), asked);
}

const placedAtRank = (rank: number) => (instance: Instance) => placementsThat(instance, (arc) => arc.choice + 1 === rank);

function totalOfRanks({ arcs: { openings } }: Instance): ArcSum {
  const weights = Int32Array.from(openings.wishOf, (wish) => at(openings.wishes, wish).choice + 1);
  return { weights, marked: UNMARKED, constant: 0 };
}

/** The ranks of a profile in order of precedence, one entry each. */
function rankEntries(ranks: readonly number[], best: (rank: number) => Entry["ideal"]): readonly Entry[] {
  return ranks.map((rank) => sumEntry(placedAtRank(rank), best(rank)));
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

const ENTRIES: Readonly<Record<Wishes, (instance: Instance) => readonly Entry[]>> = {
  generous: (instance) => rankEntries(upTo(lowestRank(instance)).slice(1).reverse(), () => never),
  greedy: (instance) =>
    rankEntries(upTo(lowestRank(instance) - 1), (rank) => (all) => candidatesWhoCould(all, (arc) => arc.choice + 1 === rank)),
  sum: () => [sumEntry(totalOfRanks, never)],
};

/**
 * Art. 13 al. 1: the ranked choices, by the rank profile of the policy. With n[k] = placements at rank k and L the lowest rank:
 *
 *     generous: [n[L], ..., n[2]] minimised       greedy: [n[1], ..., n[L-1]] maximised       sum: sum over k of k * n[k] minimised
 */
export const wishes: Objective = {
  id: "wishes",
  sense: ({ round }) => (round.policy.wishes === "greedy" ? "maximise" : "minimise"),
  entries: (instance) => ENTRIES[instance.round.policy.wishes](instance),
};

import type { Round } from "../../domain/round.ts";
import type { Casefile } from "../casefile.ts";
import type { Measure } from "../measure.ts";

/** The worst rank there can be: the most choices anybody has, and at least 3 where the law asks for three. */
function worstRank({ candidates, policy }: Pick<Round, "candidates" | "policy">): number {
  const least = policy.choices === "any-number" ? 0 : 3;
  return candidates.reduce((most, { choices }) => Math.max(most, choices.length), least);
}

/** Candidates placed per rank, first rank first, up to the worst rank. */
export function rankProfile({ round, services }: Pick<Casefile, "round" | "services">): number[] {
  const profile = Array.from({ length: worstRank(round) }, () => 0);
  for (const { rank } of services) if (rank > 0) profile[rank - 1] = (profile[rank - 1] ?? 0) + 1;
  return profile;
}

/**
 * Art. 13, first paragraph: how far the wishes are met. `generous`: [placed at the worst rank, ..., at rank 2]; `greedy`: [at
 * rank 1, ..., at the last but one]; `sum`: the total of ranks.
 */
export const wishes: Measure = {
  sense: (policy) => (policy.wishes === "greedy" ? "maximise" : "minimise"),
  value: (casefile) => {
    const profile = rankProfile(casefile);
    if (casefile.round.policy.wishes === "generous") return profile.slice(1).reverse();
    if (casefile.round.policy.wishes === "greedy") return profile.slice(0, -1);
    return casefile.services.reduce((sum, { rank }) => sum + rank, 0);
  },
};

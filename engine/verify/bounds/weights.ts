import type { ObjectiveId, Policy } from "../../domain/policy.ts";
import type { Promotion, Round } from "../../domain/round.ts";
import { servesInOtherLanguageArea } from "../abroad.ts";
import { sameMissions } from "../casefile.ts";
import type { Options, Possibility } from "./possibilities.ts";

/** What the value of an objective's entry counts for one more placement; `fixed` is what it counts in any case. */
export interface Weights {
  readonly of: (possibility: Possibility, options: Options) => number;
  /** What it counts in addition if the placement is in this promotion. */
  readonly inPromotion?: (possibility: Possibility, options: Options, promotion: Promotion) => number;
  readonly fixed: number;
}

const counting = (of: Weights["of"]): Weights => ({ of, fixed: 0 });

/** Whom a cap protects: deferred as often as allowed, or with a possible start later than allowed. */
function isProtected({ candidate, hasAny, latestDelay }: Options, { deferral }: Policy): boolean {
  const { maxCount = null, maxDays = null } = deferral ?? {};
  return hasAny && ((maxCount !== null && candidate.deferrals >= maxCount) || (maxDays !== null && latestDelay > maxDays));
}

function keepsCaps({ delayDays }: Possibility, { candidate }: Options, { deferral }: Policy): boolean {
  const { maxCount = null, maxDays = null } = deferral ?? {};
  return delayDays === 0 || ((maxCount === null || candidate.deferrals < maxCount) && (maxDays === null || delayDays <= maxDays));
}

function changesWeights(round: Round): Weights {
  const published = new Map(round.published.map((placement) => [placement.candidate, placement]));
  return {
    of: () => 0,
    inPromotion: ({ wish }, { candidate }, promotion) => {
      const before = published.get(candidate.id);
      const ids = wish.missions.map(({ id }) => id);
      return before !== undefined && before.promotion === promotion.id && sameMissions(before.missions, ids) ? -1 : 0;
    },
    fixed: round.published.length,
  };
}

/** The rank that an entry of the wishes counts, or `null` where it adds up all ranks. */
function rankCounted({ policy, candidates }: Round, entry: number): number | null {
  if (policy.wishes === "sum") return null;
  if (policy.wishes === "greedy") return entry + 1;
  const least = policy.choices === "any-number" ? 0 : 3;
  return candidates.reduce((most, { choices }) => Math.max(most, choices.length), least) - entry;
}

/**
 * How an objective's entry (from 0) counts placements one by one; `null` for the objectives that look at placements together. Nobody's
 * deviation from a promotion's bands counts here: it is 0 or more.
 */
export function weightsOf(id: ObjectiveId, entry: number, round: Round, all: readonly Options[]): Weights | null {
  switch (id) {
    case "changes":
      return changesWeights(round);
    case "deferral-cap": {
      const guarded = new Set(all.filter((options) => isProtected(options, round.policy)).map(({ candidate }) => candidate.id));
      return {
        of: (possibility, options) =>
          guarded.has(options.candidate.id) && keepsCaps(possibility, options, round.policy) ? -1 : 0,
        fixed: guarded.size,
      };
    }
    case "reserve-priority":
      return counting((_, { candidate }) => (candidate.reserveSince !== null || candidate.deferrals > 0 ? 1 : 0));
    case "placed":
      return counting(() => 1);
    case "delay":
      return entry === 1 ? counting(({ delayDays }) => delayDays) : null;
    case "wishes": {
      const counted = rankCounted(round, entry);
      return counting(({ rank }) => (counted === null ? rank : Number(rank === counted)));
    }
    case "cross-language":
      return counting(({ wish }) => (servesInOtherLanguageArea(wish) ? 1 : 0));
    case "regional-balance":
    case "low-skilled":
    case "cross-region":
    case "worst-promotion":
    case "representativeness":
    case "lottery":
      return null;
  }
}

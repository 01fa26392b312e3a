import type { Outcome } from "../../domain/result.ts";
import { hasPlace } from "../candidate-next.ts";
import { compareResults } from "../comparison/compare-results.ts";
import type { Cause, Move } from "../comparison/find-moves.ts";
import type { Solved, Spot } from "../comparison/solved.ts";

/**
 * Why a published placement changed. `withdrawn`: what it was made of was changed or taken away; `made-way`: others, whom it names, now have its
 * place or seat; `moved-up`: a seat or place that somebody left was theirs on the nearest date; `not-established`: of several placements with
 * as few changes another was found.
 */
export type RepairCause =
  | { readonly code: "left" | "own-data" | "pin" | "not-established" }
  | { readonly code: "withdrawn"; readonly what: "mission" | "host" | "promotion"; readonly id: string }
  | { readonly code: "made-way" | "moved-up"; readonly others: readonly string[] };

/** Somebody whose published placement changed, from where to where. */
export interface RepairedPlacement {
  readonly candidate: string;
  readonly from: Spot;
  /** `null` for who is no longer in the round. */
  readonly to: Spot | null;
  readonly why: readonly RepairCause[];
}

/** What a repair changed of what was published. */
export interface Repair {
  readonly published: number;
  readonly kept: number;
  /** By candidate; those who left the round among them. */
  readonly changed: readonly RepairedPlacement[];
  /** Who had no place and has one now. */
  readonly newlyPlaced: readonly string[];
  /** No lawful placement changes fewer of those who are still in the round. */
  readonly provenFewest: boolean;
}

/** Compares a result and the one that repairs it: who moved, from where to where, and why. */
export function describeRepair(base: Solved, repaired: Solved): Repair {
  const published = base.result.outcomes.filter(hasPlace);
  const { moved } = compareResults(base, repaired);
  const changed = moved.flatMap(({ candidate, from, to, because }) => {
    const before = from?.promotion == null ? null : from;
    return before === null || keepsPlace(before, to) ? [] : [{ candidate, from: before, to, why: causesOf(before, to, because) }];
  });
  const tier = repaired.result.tiers.find(({ objectives }) => objectives.length === 1 && objectives[0] === "changes");
  return {
    published: published.length,
    kept: published.length - changed.length,
    changed,
    newlyPlaced: moved.filter(isNewlyPlaced).map(({ candidate }) => candidate),
    provenFewest: tier !== undefined && tier.value === tier.bound,
  };
}

/** `placed` and `deferred` are told apart by what is possible now: the placement itself is what was published. */
function keepsPlace(from: Spot, to: Spot | null): boolean {
  return to !== null && to.promotion === from.promotion && to.missions.join("\n") === from.missions.join("\n");
}

function isNewlyPlaced({ from, to }: Move): boolean {
  const served = (spot: Spot | null): boolean =>
    spot !== null && (["placed", "deferred"] as Outcome["outcome"][]).includes(spot.outcome);
  return served(to) && !served(from);
}

function causesOf(from: Spot, to: Spot | null, because: readonly Cause[]): readonly RepairCause[] {
  if (to === null) return [{ code: "left" }];
  const own = because.flatMap((cause): RepairCause[] => {
    switch (cause.code) {
      case "own-data":
      case "pin":
        return [{ code: cause.code }];
      case "mission":
        return from.missions.includes(cause.id) ? [{ code: "withdrawn", what: cause.code, id: cause.id }] : [];
      case "promotion":
        return from.promotion === cause.id ? [{ code: "withdrawn", what: cause.code, id: cause.id }] : [];
      case "host":
        return [{ code: "withdrawn", what: cause.code, id: cause.id }];
      default:
        return [];
    }
  });
  const others = (codes: readonly Cause["code"][]) => [
    ...new Set(because.flatMap((cause) => (codes.includes(cause.code) && "by" in cause ? cause.by : []))),
  ];
  const [taken, freed] = [others(["place-taken", "seat-taken"]), others(["place-freed", "seat-freed"])];
  if (own.length > 0) return own;
  if (taken.length > 0) return [{ code: "made-way", others: taken }];
  return freed.length > 0 ? [{ code: "moved-up", others: freed }] : [{ code: "not-established" }];
}

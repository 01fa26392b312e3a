import type { Outcome } from "../../domain/result.ts";
import { type Occupants, occupantsOf } from "./occupants.ts";
import type { RoundDifferences } from "./round-differences.ts";
import { sameJson } from "./same-json.ts";
import { type Solved, type Spot, spotOf } from "./solved.ts";

/**
 * A fact that goes with a move. The first kinds are changes of what was asked; `place-*` and `seat-*` name who now has what was left and
 * who had what was taken (the first ten of `count`); `equal` says that nothing of the kind is known: of several placements of the same
 * tiers, or under another policy or draw, another one was found.
 */
export type Cause =
  | { readonly code: "joined" | "left" | "pin" | "equal" }
  | { readonly code: "own-data"; readonly fields: readonly string[] }
  | { readonly code: "mission" | "host" | "promotion"; readonly id: string; readonly change: "added" | "removed" | "changed" }
  | { readonly code: "policy"; readonly keys: readonly string[] }
  | {
      readonly code: "place-taken" | "place-freed";
      readonly mission: string;
      readonly by: readonly string[];
      readonly count: number;
    }
  | {
      readonly code: "seat-taken" | "seat-freed";
      readonly promotion: string;
      readonly by: readonly string[];
      readonly count: number;
    };

/** Somebody who got something else; `null` for who is not in that round. */
export interface Move {
  readonly candidate: string;
  readonly from: Spot | null;
  readonly to: Spot | null;
  /** For the candidate: a place before none, a better choice, an earlier date; `mixed` where one is better and one worse. */
  readonly direction: "gains" | "loses" | "mixed" | "neither";
  readonly because: readonly Cause[];
}

const MOST_NAMES = 10;

/** Everybody whose outcome, promotion or missions differ, by id, with the facts that go with it. */
export function findMoves(base: Solved, other: Solved, rounds: RoundDifferences): Move[] {
  const [before, after] = [spots(base), spots(other)];
  const why = causesIn(base, other, rounds);
  const everybody = [...new Set([...before.keys(), ...after.keys()])].sort();
  return everybody.flatMap((candidate) => {
    const [from, to] = [before.get(candidate) ?? null, after.get(candidate) ?? null];
    if (isSame(from, to)) return [];
    return [{ candidate, from, to, direction: direction(from, to), because: why(candidate, from, to) }];
  });
}

function spots({ result }: Solved): ReadonlyMap<string, Spot> {
  return new Map(result.outcomes.map((outcome: Outcome) => [outcome.candidate, spotOf(outcome)]));
}

function isSame(from: Spot | null, to: Spot | null): boolean {
  if (from === null || to === null) return from === to;
  return from.outcome === to.outcome && from.promotion === to.promotion && sameJson(from.missions, to.missions);
}

function direction(from: Spot | null, to: Spot | null): Move["direction"] {
  const [had, has] = [from !== null && from.promotion !== null, to !== null && to.promotion !== null];
  if (had !== has) return has ? "gains" : "loses";
  if (!had) return "neither";
  const steps = [(to?.rank ?? 0) - (from?.rank ?? 0), (to?.delayDays ?? 0) - (from?.delayDays ?? 0)];
  const [better, worse] = [steps.some((step) => step < 0), steps.some((step) => step > 0)];
  if (better && worse) return "mixed";
  if (better) return "gains";
  return worse ? "loses" : "neither";
}

type Why = (candidate: string, from: Spot | null, to: Spot | null) => Cause[];

function causesIn(base: Solved, other: Solved, rounds: RoundDifferences): Why {
  const [before, after] = [occupantsOf(base.result), occupantsOf(other.result)];
  const hostOf = new Map([...base.round.missions, ...other.round.missions].map(({ id, host }) => [id, host]));
  const fieldsOf = new Map(rounds.candidates.changed.map(({ id, fields }) => [id, fields]));
  const pinned = new Set(rounds.pins);
  return (candidate, from, to) => {
    const missions = [...new Set([...(from?.missions ?? []), ...(to?.missions ?? [])])];
    const promotions = [...new Set([from?.promotion, to?.promotion])].filter((id) => typeof id === "string");
    const fields = fieldsOf.get(candidate);
    const causes: Cause[] = [
      ...(from === null ? [{ code: "joined" } as const] : []),
      ...(to === null ? [{ code: "left" } as const] : []),
      ...(fields === undefined ? [] : [{ code: "own-data", fields } as const]),
      ...(pinned.has(candidate) ? [{ code: "pin" } as const] : []),
      ...missions.flatMap((id) => listed("mission", id, rounds.missions)),
      ...[...new Set(missions.map((id) => hostOf.get(id) ?? ""))].flatMap((id) => listed("host", id, rounds.hosts)),
      ...promotions.flatMap((id) => listed("promotion", id, rounds.promotions)),
      ...exchanged(from, before, after, "taken"),
      ...exchanged(to, after, before, "freed"),
    ];
    if (causes.length > 0) return causes;
    return rounds.policy.length > 0 ? [{ code: "policy", keys: rounds.policy }] : [{ code: "equal" }];
  };
}

function listed(code: "mission" | "host" | "promotion", id: string, list: RoundDifferences["hosts"]): Cause[] {
  if (list.added.includes(id)) return [{ code, id, change: "added" }];
  if (list.removed.includes(id)) return [{ code, id, change: "removed" }];
  return list.changed.some((entry) => entry.id === id) ? [{ code, id, change: "changed" }] : [];
}

/** Who is at the spot in the second placement and was not in the first: at its missions, or else in its promotion. */
function exchanged(spot: Spot | null, first: Occupants, second: Occupants, how: "taken" | "freed"): Cause[] {
  if (spot === null || spot.promotion === null) return [];
  const { promotion } = spot;
  const atMissions = spot.missions.flatMap((mission): Cause[] => {
    const by = newcomers(first.ofMission.get(mission), second.ofMission.get(mission));
    return by.length === 0 ? [] : [{ code: `place-${how}`, mission, by: by.slice(0, MOST_NAMES), count: by.length }];
  });
  if (atMissions.length > 0) return atMissions;
  const by = newcomers(first.ofPromotion.get(promotion), second.ofPromotion.get(promotion));
  return by.length === 0 ? [] : [{ code: `seat-${how}`, promotion, by: by.slice(0, MOST_NAMES), count: by.length }];
}

function newcomers(before: ReadonlySet<string> = new Set(), after: ReadonlySet<string> = new Set()): string[] {
  return [...after].filter((candidate) => !before.has(candidate)).sort();
}

import type { ObjectiveId } from "../../domain/policy.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { startDraft } from "../../model/draft.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { LinearExpression } from "../../model/linear-expression.ts";
import { peopleIn, slotsOf } from "../../model/slots.ts";

/** What a row between promotions is about. */
export type RowSubject =
  | { readonly kind: "candidate"; readonly candidate: number }
  | { readonly kind: "place"; readonly subject: Readonly<Record<string, string>> }
  | { readonly kind: "elsewhere"; readonly promotion: number }
  | { readonly kind: "lock"; readonly tier: number; readonly entry: number; readonly isPlaced: boolean };

/** lower <= sum over i of coefficients[i] * x[arcs[i]] <= upper, whole numbers. */
export interface CouplingRow {
  readonly about: RowSubject;
  readonly arcs: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

const ones = (arcs: readonly number[]): readonly number[] => arcs.map(() => 1);

/** At most one placement per candidate; exactly one for whom a pin places. Whoever has arcs in one promotion only needs no row. */
export function candidateRows(instance: Instance, usable: (arc: number) => boolean): readonly CouplingRow[] {
  const placed = new Set(instance.round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  return instance.round.candidates.flatMap((_, candidate): CouplingRow[] => {
    const arcs = instance.arcs.ofCandidate(candidate).filter(usable);
    const pinned = placed.has(at(instance.round.candidates, candidate).id);
    const promotions = new Set(arcs.map((arc) => instance.arcs.promotionOf(arc)));
    if (arcs.length === 0 || (!pinned && promotions.size < 2)) return [];
    return [{ about: { kind: "candidate", candidate }, arcs, coefficients: ones(arcs), lower: pinned ? 1 : -Infinity, upper: 1 }];
  });
}

/** Places of a mission or host on a day, where more people could come than there are places; a day that says nothing new is left out: the rows of the rule. */
export function placeRows(instance: Instance): readonly CouplingRow[] {
  const rows = slotsOf(instance).slots.flatMap(({ free, arcs, subject }): CouplingRow[] => {
    if (peopleIn(instance, arcs) <= free) return [];
    return [{ about: { kind: "place", subject }, arcs, coefficients: ones(arcs), lower: -Infinity, upper: free }];
  });
  const ofPlace = Map.groupBy(rows, ({ about }) =>
    about.kind === "place" ? `${about.subject.mission ?? ""}\n${about.subject.host ?? ""}` : "",
  );
  return [...ofPlace.values()].flatMap(undominated);
}

/** Persons of each promotion who serve elsewhere than in their own Region, of whom `ElsewhereLock` asks for some: a price is worth nothing by itself. */
export function elsewhereRows(
  { arcs }: Instance,
  promotions: readonly number[],
  usable: (arc: number) => boolean,
): readonly CouplingRow[] {
  return promotions.map((promotion) => {
    const across = arcs.ofPromotion(promotion).filter((arc) => usable(arc) && arcs.crossesRegion(arc));
    return { about: { kind: "elsewhere", promotion }, arcs: across, coefficients: ones(across), lower: 0, upper: Infinity };
  });
}

/** A day says nothing new if another has all its arcs and no more places free. */
function undominated(rows: readonly CouplingRow[]): readonly CouplingRow[] {
  const sets = rows.map(({ arcs }) => new Set(arcs));
  const covers = (j: number, i: number) => at(rows, j).upper <= at(rows, i).upper && at(sets, i).isSubsetOf(at(sets, j));
  return rows.filter((_, i) => !rows.some((_, j) => j !== i && covers(j, i) && (j < i || !covers(i, j))));
}

/** Objectives whose entries are plain sums over arcs. */
const SUMS: readonly ObjectiveId[] = [
  "changes",
  "deferral-cap",
  "reserve-priority",
  "placed",
  "delay",
  "wishes",
  "cross-language",
];

export const isLargestDelay = ({ objectives, entry }: Stage): boolean => objectives[0] === "delay" && entry === 0;

/** The value of a stage where it is a plain sum over arcs, else `null`. */
function arcExpression(instance: Instance, stage: Stage): LinearExpression | null {
  if (isLargestDelay(stage) || !stage.objectives.every((id) => SUMS.includes(id))) return null;
  return stage.expression(startDraft(instance, [0, instance.round.candidates.length]));
}

/** The lock of a stage that is a plain sum over arcs, as a row; `null` for the others. */
export function lockRow(instance: Instance, { stage, limit, bound }: StageLock): CouplingRow | null {
  const expression = arcExpression(instance, stage);
  if (expression === null) return null;
  const { columns, coefficients, constant } = expression;
  const minimise = stage.sense === "minimise";
  const isPlaced = stage.objectives.includes("placed");
  const most = isPlaced && bound !== null ? wholeBound(bound) : Infinity;
  return {
    about: { kind: "lock", tier: stage.tier, entry: stage.entry, isPlaced },
    arcs: columns,
    coefficients,
    lower: minimise ? -Infinity : limit - constant,
    upper: minimise ? limit - constant : most - constant,
  };
}

/** A proven bound of a maximised count: solvers hand it out with a rounding error. */
export const wholeBound = (bound: number): number => Math.floor(bound + 1e-6);

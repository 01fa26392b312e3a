import { type Random, randomFrom } from "../../datasets/generator/random.ts";
import type { Sense } from "../../engine/domain/policy.ts";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import { type Column, modelOf, type Row } from "./model-of.ts";

/** A program in the making: columns and rows are added one by one. */
interface Draft {
  readonly columns: Column[];
  readonly rows: Row[];
}

interface Arc {
  readonly column: number;
  readonly candidate: number;
  readonly mission: number;
  readonly promotion: number;
  readonly rank: number;
}

const sum = (columns: readonly number[]) => Object.fromEntries(columns.map((column) => [column, 1]));

/**
 * A generated integer program of the shape of a placement round, the same for the same seed: candidates choose missions in
 * promotions; places, sizes, counts per category, deviations from a target share, often a lock on the number placed. About one in
 * eight has no solution. With `candidates` up to 5 it is small enough to try everything.
 */
export function placementProgram(seed: number, mostCandidates: number): LinearModel {
  const random = randomFrom(seed);
  const draft: Draft = { columns: [], rows: [] };
  const candidates = random.whole(2, mostCandidates);
  const promotions = random.whole(1, 3);
  const missions = random.whole(2, Math.max(3, mostCandidates >> 1));
  const arcs = addArcs(draft, random, candidates, missions, promotions);
  const unplaced = addAssignment(draft, arcs, candidates);
  addPlaces(draft, random, arcs, missions);
  const deviations = range(promotions).flatMap((promotion) => {
    const members = arcs.filter((arc) => arc.promotion === promotion).map(({ column }) => column);
    addSize(draft, random, members, candidates);
    const alike = arcs.filter((arc) => arc.promotion === promotion && arc.candidate % 2 === 0).map(({ column }) => column);
    return addDeviation(draft, random, alike, members, candidates);
  });
  if (random.chance(50)) {
    const fewest = random.whole(1, candidates);
    draft.rows.push([-Infinity, sum(unplaced), candidates - fewest]);
  }
  return modelOf({ ...draft, ...objective(draft, random, arcs, unplaced, deviations) });
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function add(draft: Draft, column: Column): number {
  return draft.columns.push(column) - 1;
}

function addArcs(draft: Draft, random: Random, candidates: number, missions: number, promotions: number): Arc[] {
  return range(candidates).flatMap((candidate) =>
    random
      .shuffled(range(missions))
      .slice(0, random.whole(1, 3))
      .flatMap((mission, rank) =>
        range(promotions)
          .filter(() => random.chance(70))
          .map((promotion) => ({ column: add(draft, { cost: 0 }), candidate, mission, promotion, rank })),
      ),
  );
}

/** sum x[c,.,.] + u[c] = 1 */
function addAssignment(draft: Draft, arcs: readonly Arc[], candidates: number): number[] {
  return range(candidates).map((candidate) => {
    const unplaced = add(draft, { cost: 0 });
    const own = arcs.filter((arc) => arc.candidate === candidate).map(({ column }) => column);
    draft.rows.push([1, sum([...own, unplaced]), 1]);
    return unplaced;
  });
}

/** sum x[.,m,.] <= places */
function addPlaces(draft: Draft, random: Random, arcs: readonly Arc[], missions: number): void {
  for (const mission of range(missions)) {
    const own = arcs.filter((arc) => arc.mission === mission).map(({ column }) => column);
    draft.rows.push([-Infinity, sum(own), random.whole(1, 3)]);
  }
}

/** minSize held <= size <= maxSize held, sometimes held = 1 */
function addSize(draft: Draft, random: Random, members: readonly number[], candidates: number): void {
  const held = add(draft, { cost: 0, lower: random.chance(20) ? 1 : 0 });
  const minSize = random.whole(1, 3);
  const maxSize = random.whole(minSize, Math.max(minSize, candidates));
  draft.rows.push([0, { ...sum(members), [held]: -minSize }, Infinity]);
  draft.rows.push([-Infinity, { ...sum(members), [held]: -maxSize }, 0]);
}

/** count = sum x of the category;  share - tolerance <= count / size + (under - over) / size <= share + tolerance, in percent */
function addDeviation(
  draft: Draft,
  random: Random,
  alike: readonly number[],
  members: readonly number[],
  candidates: number,
): number[] {
  const continuous = random.chance(30);
  const count = add(draft, { cost: 0, upper: candidates });
  const [under, over] = [
    add(draft, { cost: 0, upper: candidates, continuous }),
    add(draft, { cost: 0, upper: candidates, continuous }),
  ];
  const [share, tolerance] = [random.whole(20, 80), random.whole(0, 15)];
  draft.rows.push([0, { ...sum(alike), [count]: -1 }, 0]);
  const scaled = (percent: number) => Object.fromEntries(members.map((column) => [column, -percent]));
  draft.rows.push([0, { ...scaled(share - tolerance), [count]: 100, [under]: 100 }, Infinity]);
  draft.rows.push([-Infinity, { ...scaled(share + tolerance), [count]: 100, [over]: -100 }, 0]);
  return [under, over];
}

/** One tier of a round: most placed, least deviation, ranks, days of delay, or a draw with large numbers. */
function objective(
  draft: Draft,
  random: Random,
  arcs: readonly Arc[],
  unplaced: readonly number[],
  deviations: readonly number[],
): { readonly columns: Column[]; readonly sense: Sense; readonly offset: number } {
  const costs = new Map<number, number>();
  const price = (columns: readonly number[], cost: () => number) => columns.map((column) => costs.set(column, cost()));
  const chosen = arcs.map(({ column }) => column);
  const tier = random.pick(["placed", "deviation", "ranks", "delay", "draw", "weighted"] as const);
  if (tier === "placed") price(chosen, () => 1);
  if (tier === "deviation" || tier === "weighted") price(deviations, () => (tier === "weighted" ? 7 : 1));
  if (tier === "ranks" || tier === "weighted") for (const { column, rank } of arcs) costs.set(column, rank + 1);
  if (tier === "delay") price(chosen, () => random.whole(0, 365));
  if (tier === "draw") price(chosen, () => random.whole(1, 100_000));
  if (tier !== "placed" && tier !== "deviation" && random.chance(70)) price(unplaced, () => (tier === "draw" ? 100_000 : 400));
  return {
    columns: draft.columns.map((column, j) => ({ ...column, cost: costs.get(j) ?? 0 })),
    sense: tier === "placed" || (tier === "draw" && random.chance(50)) ? "maximise" : "minimise",
    offset: random.whole(-5, 5),
  };
}

import type { Instance } from "../../model/instance.ts";
import { sumOf, weightedSum } from "../../model/linear-expression.ts";
import type { LinearModel, Origin } from "../../model/linear-model.ts";
import { anyOf, createModelBuilder, type ModelBuilder } from "../../model/model-builder.ts";
import { slotsOf } from "../../model/slots.ts";
import { arcsForbiddenByPins } from "../../rules/pins.ts";
import { noWorseArcs } from "./no-worse.ts";

/** A program over some arcs only; column `columns.get(arc)` is the arc. */
export interface NobodyWorse {
  readonly model: LinearModel;
  readonly columns: ReadonlyMap<number, number>;
}

const ORIGIN: Origin = { source: "one-place", subject: {} };

/**
 * Most wishes that come true while nobody is worse off than in a placement, by places, seats and the sizes of promotions that are not
 * held; every other rule is left out:
 *
 *     maximise   sum of x over the arcs wished for
 *     where      sum over the arcs of c that are no worse than their own of x = 1     for everybody placed, <= 1 for the others
 *                sum of x <= places free at every mission and host, <= seats free
 *                needed * held[p] <= sum of x into p <= free * held[p]                 for promotions that are not held
 *
 * Its optimum is 0 only if no lawful placement fulfils any of these wishes with nobody worse off.
 */
export function nobodyWorseProgram(instance: Instance, placed: readonly number[], wishes: ReadonlySet<number>): NobodyWorse {
  const barred = arcsForbiddenByPins(instance);
  const chosen = new Map(placed.map((arc) => [instance.arcs.candidateOf(arc), arc]));
  const open = instance.round.candidates.map((_, candidate) => {
    const own = chosen.get(candidate);
    const all = instance.arcs.ofCandidate(candidate);
    const arcs = own === undefined ? all.filter((arc) => wishes.has(arc)) : noWorseArcs(instance, own);
    return arcs.filter((arc) => arc === own || !barred.has(arc));
  });
  const columns = new Map(open.flat().map((arc, column) => [arc, column]));
  const builder = createModelBuilder({ count: columns.size, originOf: () => ORIGIN });
  open.forEach((arcs, candidate) => {
    if (arcs.length === 0) return;
    const row = sumOf(arcs.map((arc) => columns.get(arc) ?? 0));
    builder.addRow(row, chosen.has(candidate) ? { lower: 1, upper: 1 } : { upper: 1 }, ORIGIN);
  });
  const known = (arcs: readonly number[]) => arcs.flatMap((arc) => columns.get(arc) ?? []);
  for (const { arcs, free } of slotsOf(instance).slots) {
    const users = known(arcs);
    if (users.length > free) builder.addRow(sumOf(users), { upper: free }, ORIGIN);
  }
  const helds = addSeats(instance, builder, placed, known);
  const objective = sumOf([...wishes].flatMap((arc) => columns.get(arc) ?? []).sort((a, b) => a - b));
  const model = builder.build("maximise", objective);
  const integrality = new Int32Array(model.numCols);
  for (const held of helds) integrality[held] = 1;
  return { model: { ...model, integrality }, columns };
}

function addSeats(
  instance: Instance,
  builder: ModelBuilder,
  placed: readonly number[],
  known: (arcs: readonly number[]) => readonly number[],
): readonly number[] {
  const held = new Set(placed.map((arc) => instance.arcs.promotionOf(arc)));
  return instance.seats.flatMap(({ free, needed }, promotion) => {
    const users = known(instance.arcs.ofPromotion(promotion));
    if (users.length === 0) return [];
    if (held.has(promotion) || needed <= 1) {
      builder.addRow(sumOf(users), { upper: free }, ORIGIN);
      return [];
    }
    const column = builder.addColumn({ lower: 0, upper: 1, origin: ORIGIN, define: anyOf(users) });
    builder.addRow(weightedSum([sumOf(users), sumOf([column])], [1, -needed]), { lower: 0 }, ORIGIN);
    builder.addRow(weightedSum([sumOf(users), sumOf([column])], [1, -free]), { upper: 0 }, ORIGIN);
    return [column];
  });
}

import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import { bindingSlots } from "./binding-slots.ts";
import type { PriceLayout } from "./prices.ts";
import { addColumn, addRow, pack, pricesFrom, type Sheet } from "./program-sheet.ts";
import type { LockTerms, Relaxation } from "./relaxation.ts";

/** The linear program of a relaxation, and how its row duals become prices. */
export interface RelaxedProgram {
  readonly model: LinearModel;
  readonly pricesFrom: (duals: Float64Array) => Float64Array;
}

/** Columns beside the arcs that rows of several kinds share. */
interface Extra {
  /** Column of each promotion in being. */
  readonly held: readonly number[];
  /** Persons outside each Region's band. */
  readonly outside: readonly number[];
  readonly short: number;
  readonly met: readonly number[];
}

/**
 * The relaxation as a linear program, continuous in every column; arcs are the first columns. Under a threshold it measures by how much
 * the locks cannot be kept: it is then more than 0 exactly where the threshold is out of reach.
 */
export function relaxedProgram(relaxation: Relaxation, layout: PriceLayout): RelaxedProgram {
  const { network, objective, features, threshold, mostDelay } = relaxation;
  const sheet: Sheet = {
    costs: Array.from(objective.weights),
    uppers: Array.from(features.delayDays, (days) => (days > mostDelay ? 0 : 1)),
    rows: [],
  };
  const extra = addExtraColumns(relaxation, sheet);
  addCandidates(relaxation, sheet);
  for (const { slot, arcs } of bindingSlots(network)) {
    addRow(sheet, { columns: arcs, values: arcs.map(() => 1), upper: at(network.free, slot), price: slot, sign: -1 });
  }
  addPromotions(relaxation, layout, sheet, extra);
  addBands(relaxation, layout, sheet, extra);
  relaxation.locks.forEach((lock, i) => {
    addLock(lock, layout.locks + i, sheet, extra, threshold === null ? null : addColumn(sheet, 1, Infinity));
  });
  return { model: pack(sheet, objective.constant), pricesFrom: (duals) => pricesFrom(sheet, layout, duals) };
}

function addExtraColumns({ network, features, objective, locks, placements }: Relaxation, sheet: Sheet): Extra {
  const matters = (part: "regions" | "lowSkilled" | "elsewhere") => [objective, ...locks].some((terms) => terms[part] !== 0);
  const some = (wanted: boolean, count: number, cost: number, upper: number) =>
    Array.from({ length: wanted ? count : 0 }, () => addColumn(sheet, cost, upper));
  const { seats } = network.instance;
  return {
    held: some(true, seats.length, 0, 1),
    outside: some(matters("regions"), features.regions.length, objective.regions, features.regionsHard ? 0 : Infinity),
    short: matters("lowSkilled") ? addColumn(sheet, objective.lowSkilled, Math.max(0, placements[1])) : -1,
    met: some(matters("elsewhere") || features.elsewhereHard, seats.length, -objective.elsewhere, 1),
  };
}

function addCandidates({ network: { starts, forced } }: Relaxation, sheet: Sheet): void {
  for (let c = 0; c < forced.length; c++) {
    const columns = Array.from({ length: at(starts, c + 1) - at(starts, c) }, (_, k) => at(starts, c) + k);
    if (columns.length === 0) continue;
    addRow(sheet, {
      columns,
      values: columns.map(() => 1),
      upper: 1,
      ...(forced[c] === 1 ? { lower: 1 } : {}),
      price: -1,
      sign: 1,
    });
  }
}

/** Seats, least sizes and service elsewhere, per intake. */
function addPromotions({ network, features }: Relaxation, layout: PriceLayout, sheet: Sheet, { held, met }: Extra): void {
  const { seats } = network.instance;
  const arcsOf: number[][] = network.intakes.map(() => []);
  network.intakeOf.forEach((intake, j) => {
    at(arcsOf, intake).push(j);
  });
  network.intakes.forEach((intake, i) => {
    const arcs = at(arcsOf, i);
    const ones = arcs.map(() => 1);
    const columns = [...arcs, ...intake.map((p) => at(held, p))];
    const coefficients = (of: (p: number) => number) => [...ones, ...intake.map((p) => -of(p))];
    addRow(sheet, { columns, values: coefficients((p) => at(seats, p).free), upper: 0, price: layout.seats + i, sign: -1 });
    addRow(sheet, { columns, values: coefficients((p) => at(seats, p).needed), lower: 0, price: layout.least + i, sign: 1 });
    for (const p of intake) {
      if (at(seats, p).owed > 0) addRow(sheet, { columns: [at(held, p)], values: [1], lower: 1, price: -1, sign: 1 });
    }
    if (met.length === 0) return;
    const across = arcs.filter((j) => features.elsewhere[j] === 1);
    addRow(sheet, {
      columns: [...across, ...intake.flatMap((p) => [at(held, p), at(met, p)])],
      values: [...across.map(() => 1), ...intake.flatMap((p) => [at(features.membersElsewhere, p), -features.elsewhereWanted])],
      lower: 0,
      price: layout.elsewhere + i,
      sign: 1,
    });
    for (const p of intake) {
      const bounds = features.elsewhereHard ? { lower: 0, upper: 0 } : { upper: 0 };
      addRow(sheet, { columns: [at(met, p), at(held, p)], values: [1, -1], ...bounds, price: -1, sign: 1 });
    }
  });
}

/** Bands of Regions and the low-skilled share, at the number of placements that a convex combination of `totals` gives. */
function addBands(relaxation: Relaxation, layout: PriceLayout, sheet: Sheet, { outside, short }: Extra): void {
  const { features, network, placements } = relaxation;
  const hard = features.regionsHard && features.regions.length > 0;
  if (outside.length === 0 && short < 0 && !hard) return;
  const [fewest, most] = placements;
  const totals = Array.from({ length: Math.max(1, most - fewest + 1) }, (_, i) => fewest + i);
  const chosen = totals.map(() => addColumn(sheet, 0, 1));
  const arcs = Array.from(network.arcs, (_, j) => j);
  addRow(sheet, { columns: chosen, values: chosen.map(() => 1), lower: 1, upper: 1, price: -1, sign: 1 });
  const sum = { columns: [...chosen, ...arcs], values: [...totals, ...arcs.map(() => -1)] };
  addRow(sheet, { ...sum, lower: 0, upper: 0, price: layout.placements, sign: -1 });
  features.regions.forEach((_, r) => {
    if (outside.length === 0 && !hard) return;
    const inRegion = arcs.filter((j) => features.regionOf[j] === r);
    const column = outside[r];
    const side = (end: 0 | 1, sign: 1 | -1) => ({
      columns: [...inRegion, ...(column === undefined ? [] : [column]), ...chosen],
      values: [
        ...inRegion.map(() => 1),
        ...(column === undefined ? [] : [sign]),
        ...totals.map((n) => -at(at(features.bands(n), r), end)),
      ],
    });
    const already = at(features.membersIn, r);
    addRow(sheet, { ...side(0, 1), lower: -already, price: layout.regions + r, sign: -1 });
    addRow(sheet, { ...side(1, -1), upper: -already, price: layout.regions + r, sign: -1 });
  });
  if (short < 0) return;
  const low = arcs.filter((j) => features.lowSkilled[j] === 1);
  addRow(sheet, {
    columns: [...low, short, ...chosen],
    values: [...low.map(() => 1), 1, ...totals.map((n) => -features.lowSkilledWanted(n))],
    lower: 0,
    price: layout.lowSkilled,
    sign: 1,
  });
}

function addLock(lock: LockTerms, price: number, sheet: Sheet, { outside, short, met }: Extra, give: number | null): void {
  const columns: number[] = [];
  const values: number[] = [];
  const put = (column: number, value: number) => {
    if (value === 0 || column < 0) return;
    columns.push(column);
    values.push(value);
  };
  lock.weights.forEach((weight, j) => {
    put(j, weight);
  });
  for (const column of outside) put(column, lock.regions);
  put(short, lock.lowSkilled);
  for (const column of met) put(column, -lock.elsewhere);
  if (give !== null) put(give, -1);
  addRow(sheet, { columns, values, upper: lock.limit - lock.constant, price, sign: -1 });
}

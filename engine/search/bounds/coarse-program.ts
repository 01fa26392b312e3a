import { at } from "../../model/instance.ts";
import type { PriceLayout } from "./prices.ts";
import { addColumn, addRow, pack, pricesFrom, type Sheet } from "./program-sheet.ts";
import type { Relaxation } from "./relaxation.ts";
import type { RelaxedProgram } from "./relaxed-program.ts";

/** What choosing an arc comes to where places and days do not matter. */
interface Option {
  readonly group: number;
  /** An arc that stands for it. */
  readonly arc: number;
}

/** Candidates with the same options. */
interface Kind {
  readonly options: readonly number[];
  people: number;
}

/**
 * A relaxation without places, days and least sizes, in which intakes that lead to the same Regions are one, as a linear program:
 *
 *     x[k,o] people of kind k on option o         sum over o of x[k,o] <= people[k]
 *     sum over k and the options o of group g of x[k,o] <= seats[g]
 *     bands of the Regions at sum x placements, and locks, as in the relaxation
 *
 * It has as many columns as there are kinds of candidates, whatever the size of the round. Where it is the seats of a Region that bind, its prices
 * prove at once what an ascent over days is far from after hundreds of iterations (bench/LESSONS.md). Like all prices they prove what they prove.
 */
export function coarseProgram(relaxation: Relaxation, layout: PriceLayout): RelaxedProgram {
  const { features, network, objective, locks, placements } = relaxation;
  const { groupOf, seats } = groupsOf(relaxation);
  const { options, kinds } = kindsOf(relaxation, groupOf);
  const sheet: Sheet = { costs: [], uppers: [], rows: [] };
  const optionOf: number[] = [];
  for (const { options: own, people } of kinds) {
    const columns = own.map((option) => {
      optionOf.push(option);
      return addColumn(sheet, at(objective.weights, at(options, option).arc), Infinity);
    });
    addRow(sheet, { columns, values: columns.map(() => 1), upper: people, price: -1, sign: 1 });
  }
  const columnsWith = (test: (option: Option) => boolean) =>
    optionOf.flatMap((o, column) => (test(at(options, o)) ? [column] : []));
  const sum = (columns: readonly number[], value: number) => columns.map(() => value);
  seats.forEach((upper, group) => {
    const columns = columnsWith((option) => option.group === group);
    addRow(sheet, { columns, values: sum(columns, 1), upper, price: layout.seats + groupOf.indexOf(group), sign: -1 });
  });
  const outside = features.regions.map(() => addColumn(sheet, objective.regions, Infinity));
  const totals = [...new Set(placements)];
  const chosen = totals.map(() => addColumn(sheet, 0, 1));
  addRow(sheet, { columns: chosen, values: sum(chosen, 1), lower: 1, upper: 1, price: -1, sign: 1 });
  const all = columnsWith(() => true);
  addRow(sheet, {
    columns: [...chosen, ...all],
    values: [...totals, ...sum(all, -1)],
    lower: 0,
    upper: 0,
    price: layout.placements,
    sign: -1,
  });
  features.regions.forEach((_, region) => {
    const here = columnsWith(({ arc }) => features.regionOf[arc] === region);
    const already = at(features.membersIn, region);
    const side = (end: 0 | 1, sign: 1 | -1) => ({
      columns: [...here, at(outside, region), ...chosen],
      values: [...sum(here, 1), sign, ...totals.map((n) => -at(at(features.bands(n), region), end))],
      price: layout.regions + region,
      sign: -1 as const,
    });
    addRow(sheet, { ...side(0, 1), lower: -already });
    addRow(sheet, { ...side(1, -1), upper: -already });
  });
  locks.forEach(({ weights, regions, limit, constant }, i) => {
    const columns = columnsWith(({ arc }) => at(weights, arc) !== 0);
    const values = columns.map((column) => at(weights, at(options, at(optionOf, column)).arc));
    const beyond = regions === 0 ? [] : outside;
    addRow(sheet, {
      columns: [...columns, ...beyond],
      values: [...values, ...sum(beyond, regions)],
      upper: limit - constant,
      price: layout.locks + i,
      sign: -1,
    });
  });
  return {
    model: pack(sheet, objective.constant),
    pricesFrom: (duals) => {
      const prices = pricesFrom(sheet, layout, duals);
      network.intakes.forEach((_, i) => {
        prices[layout.seats + i] = at(prices, layout.seats + groupOf.indexOf(at(groupOf, i)));
      });
      return prices;
    },
  };
}

/** The group of each intake, by the Regions that its arcs lead to, and the seats of each group. */
function groupsOf({ network: { instance, intakes, intakeOf }, features }: Relaxation) {
  const leadsTo = intakes.map(() => new Set<number>());
  intakeOf.forEach((intake, j) => {
    at(leadsTo, intake).add(at(features.regionOf, j));
  });
  const numbers = new Map<string, number>();
  const seats: number[] = [];
  const groupOf = intakes.map((intake, i) => {
    const key = [...at(leadsTo, i)].sort().join(" ");
    const group = numbers.get(key) ?? seats.push(0) - 1;
    numbers.set(key, group);
    seats[group] = at(seats, group) + intake.reduce((total, p) => total + at(instance.seats, p).free, 0);
    return group;
  });
  return { groupOf, seats };
}

/** The different options of a round, and its candidates by those they have. */
function kindsOf(
  { network: { starts, intakeOf }, features, objective, locks, mostDelay }: Relaxation,
  groupOf: readonly number[],
) {
  const numbers = new Map<string, number>();
  const options: Option[] = [];
  const optionOf = (arc: number): number => {
    const group = at(groupOf, at(intakeOf, arc));
    const key = `${group} ${features.regionOf[arc]} ${objective.weights[arc]} ${locks.map(({ weights }) => weights[arc]).join(" ")}`;
    const option = numbers.get(key) ?? options.push({ group, arc }) - 1;
    numbers.set(key, option);
    return option;
  };
  const kinds = new Map<string, Kind>();
  for (let c = 0; c < starts.length - 1; c++) {
    const own = new Set<number>();
    for (let j = at(starts, c); j < at(starts, c + 1); j++) if (at(features.delayDays, j) <= mostDelay) own.add(optionOf(j));
    if (own.size === 0) continue;
    const key = [...own].sort((a, b) => a - b).join(" ");
    const kind = kinds.get(key) ?? { options: [...own], people: 0 };
    kind.people += 1;
    kinds.set(key, kind);
  }
  return { options, kinds: [...kinds.values()] };
}

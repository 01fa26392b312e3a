import { at } from "../../model/instance.ts";
import { type PriceLayout, type Worth, worthOf } from "./prices.ts";
import type { Relaxation } from "./relaxation.ts";

/**
 * The Lagrangian function of a relaxation at given prices: no lawful placement within the locks has less.
 *
 *     L = constants + sum over candidates c of min(0, min over arcs j of c of reduced cost[j])
 *       + sum over promotions p of min(0, least[p] needed - seats[p] free - elsewhere[p] members + min(0, elsewhere[p] wanted - worth))
 *       + min over n of (bands at n placements, at their prices, and n at the price of placements)
 *
 * A forced candidate takes an arc, a promotion that must be held is held. With prices in whole units of 1 / scale all of it is exact.
 */
export interface Lagrangian {
  /** Its value in units of 1 / scale. */
  at(prices: Float64Array): number;
  /**
   * The same; a subgradient there (in single units) is left in `slope`, the arc of each candidate (or -1) in `chosen` and, if asked for, every arc's
   * reduced cost in `reduced`.
   */
  slopeAt(prices: Float64Array, slope: Float64Array, chosen: Int32Array, reduced?: Float64Array): number;
}

/** Room for what one evaluation needs. */
interface Room {
  /** Prices of slots summed from the first on: a run of days costs one subtraction. */
  readonly running: Float64Array;
  /** Arcs chosen that begin (or, negative, end) their service at a slot. */
  readonly changes: Float64Array;
}

export function lagrangianOf(relaxation: Relaxation, layout: PriceLayout, scale: number): Lagrangian {
  const slots = relaxation.network.free.length;
  const room: Room = { running: new Float64Array(slots + 1), changes: new Float64Array(slots + 1) };
  const value = (prices: Float64Array, slope?: Float64Array, chosen?: Int32Array, reduced?: Float64Array) => {
    const worth = worthOf(relaxation, layout, prices, scale);
    slope?.fill(0);
    return (
      scale * relaxation.objective.constant +
      placesAndLocks(relaxation, layout, prices, room, slope) +
      candidates(relaxation, layout, prices, scale, room, { slope, chosen, reduced }) +
      promotions(relaxation, layout, prices, worth, slope) +
      bands(relaxation, layout, prices, slope)
    );
  };
  return { at: (prices) => value(prices), slopeAt: value };
}

/** What the free places and the limits of the locks give back, and the running sums of the places' prices. */
function placesAndLocks(
  { network, locks }: Relaxation,
  layout: PriceLayout,
  prices: Float64Array,
  { running, changes }: Room,
  slope: Float64Array | undefined,
): number {
  let value = 0;
  changes.fill(0);
  for (let slot = 0; slot < network.free.length; slot++) {
    const price = prices[slot] ?? 0;
    const free = network.free[slot] ?? 0;
    running[slot + 1] = (running[slot] ?? 0) + price;
    value -= price * free;
    if (slope !== undefined) slope[slot] = -free;
  }
  locks.forEach(({ limit, constant }, i) => {
    value += (prices[layout.locks + i] ?? 0) * (constant - limit);
    if (slope !== undefined) slope[layout.locks + i] = constant - limit;
  });
  return value;
}

/** Where an evaluation leaves what else it has worked out. */
interface Left {
  readonly slope: Float64Array | undefined;
  readonly chosen: Int32Array | undefined;
  readonly reduced: Float64Array | undefined;
}

/** What the arcs of an intake pay for its seats and for the number of placements. */
function costsOfIntakes({ network }: Relaxation, layout: PriceLayout, prices: Float64Array): Float64Array {
  const total = prices[layout.placements] ?? 0;
  return Float64Array.from(network.intakes, (_, i) => (prices[layout.seats + i] ?? 0) - (prices[layout.least + i] ?? 0) - total);
}

function candidates(
  relaxation: Relaxation,
  layout: PriceLayout,
  prices: Float64Array,
  scale: number,
  { running, changes }: Room,
  { slope, chosen: choice, reduced }: Left,
): number {
  const { network, features, objective, locks, mostDelay } = relaxation;
  const { starts, forced, intakeOf, spanStarts, spanFrom, spanUntil } = network;
  const { regionOf, lowSkilled, elsewhere, delayDays } = features;
  const active = locks
    .map((lock, i) => ({ weights: lock.weights, price: prices[layout.locks + i] ?? 0 }))
    .filter(({ price }) => price > 0);
  const lowPrice = prices[layout.lowSkilled] ?? 0;
  const ofIntake = costsOfIntakes(relaxation, layout, prices);
  const count = starts.length - 1;
  let value = 0;
  for (let c = 0; c < count; c++) {
    let best = forced[c] === 1 ? Infinity : 0;
    let chosen = -1;
    for (let j = starts[c] ?? 0, end = starts[c + 1] ?? 0; j < end; j++) {
      if ((delayDays[j] ?? 0) > mostDelay) continue;
      const intake = intakeOf[j] ?? 0;
      const region = regionOf[j] ?? -1;
      let cost = scale * (objective.weights[j] ?? 0) + (ofIntake[intake] ?? 0);
      if (elsewhere[j] === 1) cost -= prices[layout.elsewhere + intake] ?? 0;
      if (region >= 0) cost += prices[layout.regions + region] ?? 0;
      if (lowSkilled[j] === 1) cost -= lowPrice;
      for (let i = spanStarts[j] ?? 0, last = spanStarts[j + 1] ?? 0; i < last; i++) {
        cost += (running[spanUntil[i] ?? 0] ?? 0) - (running[spanFrom[i] ?? 0] ?? 0);
      }
      for (let i = 0; i < active.length; i++) cost += (active[i]?.price ?? 0) * (active[i]?.weights[j] ?? 0);
      if (reduced !== undefined) reduced[j] = cost;
      if (cost < best) {
        best = cost;
        chosen = j;
      }
    }
    value += best;
    if (choice !== undefined) choice[c] = chosen;
    if (slope !== undefined && chosen >= 0) take(relaxation, layout, chosen, changes, slope);
  }
  if (slope !== undefined) {
    let here = 0;
    for (let slot = 0; slot < network.free.length; slot++) {
      here += changes[slot] ?? 0;
      slope[slot] = (slope[slot] ?? 0) + here;
    }
  }
  return value;
}

/** Adds a chosen arc to the rows it is in. */
function take(
  { network, features, locks }: Relaxation,
  layout: PriceLayout,
  j: number,
  changes: Float64Array,
  slope: Float64Array,
): void {
  const add = (row: number, by: number) => {
    slope[row] = (slope[row] ?? 0) + by;
  };
  const intake = network.intakeOf[j] ?? 0;
  const region = features.regionOf[j] ?? -1;
  add(layout.seats + intake, 1);
  add(layout.least + intake, -1);
  add(layout.placements, -1);
  if (features.elsewhere[j] === 1) add(layout.elsewhere + intake, -1);
  if (region >= 0) add(layout.regions + region, 1);
  if (features.lowSkilled[j] === 1) add(layout.lowSkilled, -1);
  for (let i = network.spanStarts[j] ?? 0; i < (network.spanStarts[j + 1] ?? 0); i++) {
    const [from, until] = [network.spanFrom[i] ?? 0, network.spanUntil[i] ?? 0];
    changes[from] = (changes[from] ?? 0) + 1;
    changes[until] = (changes[until] ?? 0) - 1;
  }
  locks.forEach(({ weights }, i) => {
    const weight = weights[j] ?? 0;
    if (weight !== 0) add(layout.locks + i, weight);
  });
}

function promotions(
  { network, features }: Relaxation,
  layout: PriceLayout,
  prices: Float64Array,
  worth: Worth,
  slope: Float64Array | undefined,
): number {
  const { elsewhereWanted: wanted, membersElsewhere, elsewhereHard } = features;
  const add = (row: number, by: number) => {
    if (slope !== undefined) slope[row] = (slope[row] ?? 0) + by;
  };
  let value = 0;
  network.intakes.forEach((intake, i) => {
    const [seats, least, elsewhere] = [layout.seats + i, layout.least + i, layout.elsewhere + i];
    const [seat, short, abroad] = [prices[seats] ?? 0, prices[least] ?? 0, prices[elsewhere] ?? 0];
    const met = abroad * wanted - worth.elsewhere;
    const isMet = met < 0 || elsewhereHard;
    for (const p of intake) {
      const { free, needed, owed } = at(network.instance.seats, p);
      const members = at(membersElsewhere, p);
      const held = short * needed - seat * free - abroad * members + (isMet ? met : 0);
      if (held >= 0 && owed === 0) continue;
      value += held;
      add(seats, -free);
      add(least, needed);
      add(elsewhere, (isMet ? wanted : 0) - members);
    }
  });
  return value;
}

/** Bands of Regions and the low-skilled share move with the number of placements: the one that costs least counts. */
function bands(
  { features, placements: [fewest, most] }: Relaxation,
  layout: PriceLayout,
  prices: Float64Array,
  slope: Float64Array | undefined,
): number {
  const { regions, membersIn, bands: bandsAt, lowSkilledWanted } = features;
  const priceOf = (r: number) => prices[layout.regions + r] ?? 0;
  const low = prices[layout.lowSkilled] ?? 0;
  const total = prices[layout.placements] ?? 0;
  if (total === 0 && low === 0 && slope === undefined && regions.every((_, r) => priceOf(r) === 0)) return 0;
  const edge = (n: number, r: number) => at(membersIn, r) - at(at(bandsAt(n), r), priceOf(r) > 0 ? 1 : 0);
  const valueAt = (n: number) =>
    regions.reduce((sum, _, r) => sum + (priceOf(r) === 0 ? 0 : priceOf(r) * edge(n, r)), low * lowSkilledWanted(n) + total * n);
  let best = fewest;
  let least = valueAt(fewest);
  for (let n = fewest + 1; n <= most; n++) {
    const value = valueAt(n);
    if (value < least) [best, least] = [n, value];
  }
  if (slope !== undefined) {
    regions.forEach((_, r) => {
      const count = slope[layout.regions + r] ?? 0;
      const [lower, upper] = at(bandsAt(best), r);
      const inside =
        priceOf(r) === 0
          ? Math.min(upper, Math.max(lower, count + at(membersIn, r)))
          : at(at(bandsAt(best), r), priceOf(r) > 0 ? 1 : 0);
      slope[layout.regions + r] = count + at(membersIn, r) - inside;
    });
    slope[layout.lowSkilled] = (slope[layout.lowSkilled] ?? 0) + lowSkilledWanted(best);
    slope[layout.placements] = (slope[layout.placements] ?? 0) + best;
  }
  return least;
}

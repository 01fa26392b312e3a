import type { Relaxation } from "./relaxation.ts";

/** Where the price of each relaxed row stands in one array: families one after the other. */
export interface PriceLayout {
  /** First price of each family: per slot, per intake (three times), per Region, one, one, per lock. */
  readonly slots: number;
  readonly seats: number;
  readonly least: number;
  readonly elsewhere: number;
  readonly regions: number;
  readonly lowSkilled: number;
  readonly placements: number;
  readonly locks: number;
  readonly length: number;
}

export function layoutOf({ network, features, locks }: Relaxation): PriceLayout {
  const seats = network.free.length;
  const least = seats + network.intakes.length;
  const elsewhere = least + network.intakes.length;
  const regions = elsewhere + network.intakes.length;
  const lowSkilled = regions + features.regions.length;
  const placements = lowSkilled + 1;
  return {
    slots: 0,
    seats,
    least,
    elsewhere,
    regions,
    lowSkilled,
    placements,
    locks: placements + 1,
    length: placements + 1 + locks.length,
  };
}

/** What a person outside the Regions' bands, one missing to the low-skilled, a promotion with service elsewhere is worth: objective and locks. */
export interface Worth {
  readonly regions: number;
  readonly lowSkilled: number;
  readonly elsewhere: number;
}

/** The worth under given prices, whose unit is `scale` to one. */
export function worthOf({ objective, locks }: Relaxation, layout: PriceLayout, prices: Float64Array, scale: number): Worth {
  const sum = (part: keyof Worth) =>
    locks.reduce((total, lock, i) => total + (prices[layout.locks + i] ?? 0) * lock[part], scale * objective[part]);
  return { regions: sum("regions"), lowSkilled: sum("lowSkilled"), elsewhere: sum("elsewhere") };
}

/**
 * Puts prices where the relaxation may have them: 0 or more but for Regions and placements, and no more for a person outside a band
 * than such a person is worth. Changes the array.
 */
export function project(relaxation: Relaxation, layout: PriceLayout, prices: Float64Array, scale: number): void {
  const signed = (i: number) => (i >= layout.regions && i < layout.lowSkilled) || i === layout.placements;
  for (let i = 0; i < prices.length; i++) if (!signed(i) && (prices[i] ?? 0) < 0) prices[i] = 0;
  const worth = worthOf(relaxation, layout, prices, scale);
  const most = relaxation.features.regionsHard ? Infinity : worth.regions;
  for (let i = layout.regions; i < layout.lowSkilled; i++) prices[i] = Math.min(most, Math.max(-most, prices[i] ?? 0));
  prices[layout.lowSkilled] = Math.min(worth.lowSkilled, prices[layout.lowSkilled] ?? 0);
}

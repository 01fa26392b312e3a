import { type BoundCertificate, type BoundPrices, PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { formatDay } from "../../domain/calendar.ts";
import { at } from "../../model/instance.ts";
import { lagrangianOf } from "./lagrangian.ts";
import { type PriceLayout, project } from "./prices.ts";
import type { Relaxation } from "./relaxation.ts";

/** A bound with its proof, in the stage's own sense. */
export interface Certified {
  readonly bound: number;
  readonly certificate: BoundCertificate;
}

/**
 * Rounds prices to whole millionths and reads off, without any rounding error, what they prove: values are whole numbers, so the next
 * one that is not below the Lagrangian function. `null` where they prove nothing (under a threshold: that it might be kept).
 */
export function certify(relaxation: Relaxation, layout: PriceLayout, prices: Float64Array): Certified | null {
  const whole = wholePrices(relaxation, layout, prices);
  const value = lagrangianOf(relaxation, layout, PRICE_UNIT).at(whole);
  if (!Number.isSafeInteger(value)) return null;
  const { threshold, sign, tier, entry } = relaxation;
  if (threshold !== null && value <= 0) return null;
  // Adding 0 turns -0 into 0.
  const bound = threshold ?? sign * Math.ceil(value / PRICE_UNIT) + 0;
  return {
    bound,
    certificate: { tier: tier + 1, entry: entry + 1, method: "assignment", bound, prices: pricesOf(relaxation, layout, whole) },
  };
}

/** Prices as whole millionths that the relaxation may have. */
export function wholePrices(relaxation: Relaxation, layout: PriceLayout, prices: Float64Array): Float64Array {
  const whole = prices.map((price) => Math.round(price * PRICE_UNIT));
  project(relaxation, layout, whole, PRICE_UNIT);
  return whole;
}

/** The prices by subject, those of 0 left out. Prices of an intake are those of each of its promotions. */
export function pricesOf({ network, features, locks }: Relaxation, layout: PriceLayout, prices: Float64Array): BoundPrices {
  const { promotions } = network.instance.round;
  const perPromotion = (first: number) =>
    record(network.intakes.flatMap((intake, i) => intake.map((p) => [at(promotions, p).id, prices[first + i] ?? 0] as const)));
  const perDay = (kind: "mission" | "host") =>
    Object.fromEntries(
      network.accounts.flatMap(({ subject, first, days }) => {
        const id = kind in subject ? Object.values(subject)[0] : undefined;
        const list = days.flatMap((day, i) => {
          const price = prices[first + i] ?? 0;
          return price === 0 ? [] : [[formatDay(day), price] as const];
        });
        return id === undefined || list.length === 0 ? [] : [[id, Object.fromEntries(list)] as const];
      }),
    );
  return {
    locks: locks.flatMap(({ tier, entry }, i) => {
      const price = prices[layout.locks + i] ?? 0;
      return price === 0 ? [] : [{ tier: tier + 1, entry: entry + 1, price }];
    }),
    missions: perDay("mission"),
    hosts: perDay("host"),
    seats: perPromotion(layout.seats),
    least: perPromotion(layout.least),
    elsewhere: perPromotion(layout.elsewhere),
    regions: record(features.regions.map((region, r) => [region, prices[layout.regions + r] ?? 0] as const)),
    lowSkilled: (prices[layout.lowSkilled] ?? 0) + 0,
    placements: (prices[layout.placements] ?? 0) + 0,
  };
}

function record(entries: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries(entries.filter(([, price]) => price !== 0));
}

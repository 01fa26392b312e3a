import type { BoundCertificate, LockPrice, SizePrices } from "../../domain/bound-certificate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { at } from "../../model/instance.ts";
import { largestPrice } from "./arc-prices.ts";
import type { CertifiedBound } from "./certify.ts";
import type { CouplingRow } from "./coupling.ts";
import type { Lagrangian } from "./lagrangian.ts";
import type { PriceRun } from "./price-runs.ts";
import type { PromotionBlock } from "./promotion-block.ts";

/** The multipliers of a certified bound by the subject they price, so that anybody can add them up again (docs/bounds.md). */
export function compositionCertificate(
  { relaxation, totalAt }: Lagrangian,
  { multipliers, runs }: CertifiedBound,
  { tier, entry }: Stage,
  bound: number,
): BoundCertificate {
  const { rows, balance, elsewhere, blocks, instance } = relaxation;
  const { candidates, promotions } = instance.round;
  const priced = rows.flatMap((row, i) => (multipliers[i] === 0 ? [] : [{ row, y: at(multipliers, i) }]));
  const z = multipliers.subarray(rows.length, rows.length + (balance?.regions.length ?? 0));
  const locks = [
    ...priced.flatMap(({ row: { about }, y }) =>
      about.kind === "lock" && !about.isPlaced ? [lockPrice(about, Math.abs(y))] : [],
    ),
    ...(balance?.lock == null || largestPrice(z) === 0 ? [] : [lockPrice(balance.lock, largestPrice(z))]),
    ...(totalAt < 0 || multipliers[totalAt] === 0 || relaxation.totalLock === null
      ? []
      : [lockPrice(relaxation.totalLock, at(multipliers, totalAt))]),
    ...(elsewhere === null || at(multipliers, multipliers.length - 1) === 0
      ? []
      : [lockPrice(elsewhere.lock, at(multipliers, multipliers.length - 1))]),
  ];
  return {
    tier: tier + 1,
    entry: entry + 1,
    method: "compositions",
    bound,
    prices: {
      locks,
      missions: placePrices(priced, "mission"),
      hosts: placePrices(priced, "host"),
      seats: {},
      least: {},
      elsewhere: Object.fromEntries(
        priced.flatMap(({ row: { about }, y }) => (about.kind === "elsewhere" ? [[at(promotions, about.promotion).id, y]] : [])),
      ),
      regions: Object.fromEntries((balance?.regions ?? []).flatMap((region, r) => (z[r] === 0 ? [] : [[region, -at(z, r)]]))),
      lowSkilled: 0,
      placements: priced.find(({ row: { about } }) => about.kind === "lock" && about.isPlaced)?.y ?? 0,
    },
    compositions: {
      candidates: Object.fromEntries(
        priced.flatMap(({ row: { about }, y }) => (about.kind === "candidate" ? [[at(candidates, about.candidate).id, -y]] : [])),
      ),
      promotions: Object.fromEntries(
        blocks.flatMap((block, p) => {
          const list = at(runs, p).map((run) => sizePrices(relaxation.dimensions, block, run));
          return [[at(promotions, block.promotion).id, list] as const];
        }),
      ),
    },
  };
}

const lockPrice = ({ tier, entry }: { readonly tier: number; readonly entry: number }, price: number): LockPrice => ({
  tier: tier + 1,
  entry: entry + 1,
  price,
});

/** Prices of places by mission or host and day. */
function placePrices(
  priced: readonly { readonly row: CouplingRow; readonly y: number }[],
  kind: "mission" | "host",
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const prices: Record<string, Record<string, number>> = {};
  for (const { row, y } of priced) {
    const { about } = row;
    const id = about.kind === "place" ? about.subject[kind] : undefined;
    if (about.kind !== "place" || id === undefined) continue;
    prices[id] = { ...prices[id], [about.subject.day ?? ""]: -y };
  }
  return prices;
}

function sizePrices(
  dimensions: readonly string[],
  { categories, sizes }: PromotionBlock,
  { from, until, prices, excess }: PriceRun,
): SizePrices {
  const ofDimension = dimensions.map((name, d) => {
    const list = categories.flatMap((category, g) =>
      category.dimension === d && prices[g] !== 0 ? [[category.name, at(prices, g)] as const] : [],
    );
    return [name, Object.fromEntries(list)] as const;
  });
  return {
    from: at(sizes, from),
    until: at(sizes, until),
    categories: Object.fromEntries(ofDimension.filter(([, list]) => Object.keys(list).length > 0)),
    excess,
  };
}

import type { BoundCertificate, PriceList } from "../../domain/bound-certificate.ts";
import { amountOf, type BoundCase, type Mixture } from "./mixture.ts";

/** Whole, of the right sign, on subjects that exist, and no more for a person outside a band than such a person counts. */
export function pricesAreLawful({ casefile }: BoundCase, { prices }: BoundCertificate, mixture: Mixture): boolean {
  const { round, missions, hosts } = casefile;
  const promotions = new Set(round.promotions.map(({ id }) => id));
  const lists: [PriceList, (id: string) => boolean][] = [
    [prices.seats, (id) => promotions.has(id)],
    [prices.least, (id) => promotions.has(id)],
    [prices.elsewhere, (id) => promotions.has(id)],
    ...Object.entries(prices.missions).map(([id, list]): [PriceList, () => boolean] => [list, () => missions.has(id)]),
    ...Object.entries(prices.hosts).map(([id, list]): [PriceList, () => boolean] => [list, () => hosts.has(id)]),
  ];
  const listed = lists.every(([list, known]) =>
    Object.entries(list).every(([id, price]) => isWhole(price) && price >= 0 && known(id)),
  );
  const { regionalBalance: balance } = round.policy;
  const mostForRegion = balance?.mode === "hard" ? Number.POSITIVE_INFINITY : amountOf(mixture, "regional-balance");
  const regions = Object.entries(prices.regions).every(
    ([region, price]) => isWhole(price) && balance?.targets[region] !== undefined && Math.abs(price) <= mostForRegion,
  );
  const low = isWhole(prices.lowSkilled) && prices.lowSkilled >= 0 && prices.lowSkilled <= amountOf(mixture, "low-skilled");
  const locks = prices.locks.every(({ price }) => isWhole(price) && price >= 0);
  return listed && regions && low && locks && isWhole(prices.placements);
}

/** Prices beyond this could not be multiplied by days and still be exact. */
export const isWhole = (price: number) => Number.isSafeInteger(price) && Math.abs(price) <= 1e12;

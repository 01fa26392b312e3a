/** A price of an earlier tier's lock: tier and entry counted from 1. */
export interface LockPrice {
  readonly tier: number;
  readonly entry: number;
  readonly price: number;
}

/** Prices per id, only those that are not 0. */
export type PriceList = Readonly<Record<string, number>>;

/**
 * Multipliers of the rows that a bound relaxes, in whole millionths of a unit of the tier, so that whoever adds them up again works
 * with whole numbers and loses nothing. None is negative unless it says so.
 */
export interface BoundPrices {
  readonly locks: readonly LockPrice[];
  /** A place at a mission, or at a host, on a day (`YYYY-MM-DD`). */
  readonly missions: Readonly<Record<string, PriceList>>;
  readonly hosts: Readonly<Record<string, PriceList>>;
  /** A seat of a promotion. */
  readonly seats: PriceList;
  /** A person short of the least that a promotion needs if anybody is placed in it. */
  readonly least: PriceList;
  /** A person of a promotion serving in another Region. */
  readonly elsewhere: PriceList;
  /** A person in a Region: above 0 where its band is exceeded, below 0 where it is missed. */
  readonly regions: PriceList;
  /** A low-skilled person short of the minimum share. */
  readonly lowSkilled: number;
  /** A placement more or less, of either sign: it ties the bands to their number of placements. */
  readonly placements: number;
}

/** Prices of the categories of one promotion, for every number of placements from `from` to `until`. */
export interface SizePrices {
  readonly from: number;
  readonly until: number;
  /** By dimension and category: below 0 for a person too many, above 0 for one missing. */
  readonly categories: Readonly<Record<string, PriceList>>;
  /** A person outside the bands beyond what one promotion may have. */
  readonly excess: number;
}

/** Prices of a relaxation that keeps whole compositions of promotions together. */
export interface CompositionPrices {
  /** A placement of the candidate; of either sign for whom a pin places. */
  readonly candidates: PriceList;
  /** By promotion; sizes that are not listed have no prices. */
  readonly promotions: Readonly<Record<string, readonly SizePrices[]>>;
}

/**
 * Proof of a bound on one entry of a tier that anybody can repeat from the round, the locks and these prices alone, without a solver
 * (docs/bounds.md): the Lagrangian relaxation (Geoffrion 1974) of an assignment problem, or of one that chooses a whole composition per
 * promotion. Tier and entry are counted from 1.
 */
export interface BoundCertificate {
  readonly tier: number;
  readonly entry: number;
  readonly method: "assignment" | "compositions";
  readonly bound: number;
  readonly prices: BoundPrices;
  /** Only for `compositions`; `prices` then has none on seats, least and lowSkilled. */
  readonly compositions?: CompositionPrices;
}

/** The best that an entry of a tier can be where the candidate starts on the date, or on any (`null`), within the locks of the earlier tiers. */
interface BestWith {
  readonly candidate: string;
  readonly date: string | null;
  readonly best: number;
}

/**
 * Proof of reasons that anybody can repeat as that of a bound (`method: "assignment"`): at these prices nothing better than `best` is possible for whom it
 * names, everybody else placed anew. Beyond the tier's lock it is what breaks with that date.
 */
export interface ReasonProof extends Pick<BoundCertificate, "tier" | "entry" | "prices"> {
  readonly with: readonly BestWith[];
}

/** Prices are whole numbers of this part of a unit. */
export const PRICE_UNIT = 1_000_000;

import type { ObjectiveId } from "../../domain/policy.ts";
import type { ReasonCode } from "../../domain/reason.ts";

/** What is said of the person concerned: to themselves, or about them to the planner and in the file. */
interface Address {
  readonly placed: (date: string, missions: string, rank: number) => string;
  readonly deferred: (date: string, missions: string, rank: number, days: number) => string;
  readonly reserve: string;
  readonly ineligible: string;
  /** Art. 13, 2nd paragraph. */
  readonly offer: string;
  readonly lastChance: string;
  readonly firstChoice: string;
  readonly hasIt: string;
  readonly impossible: string;
  readonly draw: (draw: string) => string;
}

/**
 * Every sentence in one language. Dates are already written out; `n` is a number of persons, days or whatever the tier counts. What is
 * said to a candidate never names anybody else.
 */
export interface Words {
  /** For `Intl`. */
  readonly locale: string;
  readonly you: Address;
  readonly they: Address;
  /** The ground as a whole sentence to the candidate, article aside. */
  readonly toCandidate: Readonly<Record<ReasonCode, string>>;
  /** The ground as a phrase: in lists, for the planner and in the file. */
  readonly phrase: Readonly<Record<ReasonCode, string>>;
  /** What each tier asks for, in a few words. */
  readonly aim: Readonly<Record<ObjectiveId, string>>;
  readonly article: (article: string) => string;
  readonly wanted: {
    readonly nearestDate: string;
    readonly date: (date: string) => string;
    readonly placed: string;
    readonly place: (what: string) => string;
  };
  readonly nothing: string;
  readonly lottery: string;
  readonly price: (tier: string, by: number, atMost: number | null) => string;
  /** A price that may be nothing: what the best placement found costs. */
  readonly interval: (tier: string, atMost: number) => string;
  readonly seat: (promotion: string, candidate: string, withThem: number, instead: number) => string;
  readonly makeWay: (ids: string) => string;
  readonly passed: (date: string, phrase: string) => string;
  readonly helps: string;
  readonly nothingHelps: string;
  /** Other dates and choices that were not tried. */
  readonly notTried: (count: number) => string;
  readonly change: {
    readonly missionPlace: (mission: string) => string;
    readonly promotionSeat: (promotion: string) => string;
    readonly tolerance: (tier: string) => string;
    readonly startDate: (date: string) => string;
    readonly choice: (mission: string) => string;
  };
  readonly better: string;
  /** Opening and closing of the file's motivation; `null` where the file does not exist in the language. */
  readonly file: { readonly considering: (candidate: string) => string; readonly decides: string } | null;
}

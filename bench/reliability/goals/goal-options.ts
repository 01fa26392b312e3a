import type { StoreKind } from "../../../test/store/scratch-store.ts";

/** What a reliability goal is tried with. */
export interface GoalOptions {
  readonly store: StoreKind;
  /** Of the service, its solver processes and its workers. */
  readonly kills: { readonly server: number; readonly solver: number; readonly worker: number };
  /** Seconds after which a piece of a campaign ends, whatever is left of it; `null`: never. */
  readonly within: number | null;
  readonly requests: number;
  /** Calls of a sequence. */
  readonly steps: number;
  /** Of load. */
  readonly seconds: number;
  readonly seed: number;
  /** File of one JSON text a line that a piece of a campaign is added to. */
  readonly into: string | null;
}

/** What came of it, to be printed; `broken`: the goal is not kept. */
export interface GoalReport {
  readonly broken: boolean;
  readonly figures: object;
}

/** Tries a goal. */
export type TryGoal = (options: GoalOptions) => Promise<GoalReport>;

/** Tells how it goes. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

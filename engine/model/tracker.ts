import type { Instance } from "./instance.ts";

/** Follows a placement arc by arc, so that what it knows of it needs no recount. */
export interface Tracker {
  add(arc: number): void;
  remove(arc: number): void;
}

/** The trackers of one search; several meters may read the same one. */
export interface Trackers {
  readonly instance: Instance;
  /** The tracker `key`, made on first use for an empty placement. */
  tracker<T extends Tracker>(key: string, make: () => T): T;
}

/** Reads the value of an objective's entry off the trackers. */
export type Meter = () => number;

import { isComposition } from "../../domain/composition.ts";
import { at } from "../../model/instance.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import { isOnlyComposition } from "../ground/ground-codes.ts";
import type { Witness } from "../walk/walk.ts";

/** A demand with the best placement known that meets it. */
export interface Open {
  readonly index: number;
  readonly demand: Demand;
  witness: Witness | null;
  /** How far the stage after those that the witness keeps is proven to go beyond its lock, 0 where nothing is. */
  least: number;
}

/** A stage and how far it may go beyond its lock, with those of whom that is open. */
export interface Level {
  readonly group: readonly Open[];
  readonly stage: number;
  readonly beyond: number;
}

/** Levels, or else parts of one, that are asked about at the same time, whatever the number of threads. */
export const LEVELS = 2;
/** How many times an amount that is only known to lie in an interval is asked for again. */
const MOST_REFINEMENTS = 3;

/** Stages a witness keeps; -1 without one: then no lawful placement is known. */
export const keptBy = ({ witness }: Open) => witness?.kept ?? -1;
const beyondOf = ({ witness }: Open) => witness?.beyond ?? Infinity;

/** Who has a placement that breaks a stage at which somebody may still be served better. */
export function unserved({ stages }: BaseRun, open: readonly Open[], done: ReadonlySet<number>): readonly Open[] {
  return open.filter((one) => keptBy(one) >= 0 && keptBy(one) < stages.length && !done.has(keptBy(one)));
}

/** What is known of a demand, in a word. */
const stateOf = (one: Open) => `${keptBy(one)} ${beyondOf(one)} ${one.least}`;
/** The same of everybody at a level. */
export const statesOf = ({ group }: Level) => group.map(stateOf).join();

/** A level without those at it. */
export const keyOf = ({ stage, beyond }: Omit<Level, "group">) => `${stage} ${beyond}`;

/**
 * Those without a price, but for levels at which nothing more is found; else those whose price is an interval where that is no ground: of composition
 * (`ground.ts`).
 */
export function unsettled({ stages }: BaseRun, open: readonly Open[], stuck: ReadonlySet<string>): readonly Open[] {
  const isOpen = (one: Open) => keptBy(one) < stages.length && !stuck.has(keyOf({ stage: keptBy(one), beyond: one.least }));
  const unpriced = open.filter((one) => one.least === 0 && isOpen(one));
  if (unpriced.length > 0) return unpriced;
  const isWide = (one: Open) => one.least <= MOST_REFINEMENTS && beyondOf(one) > one.least;
  return open.filter((one) => {
    const stage = stages[keptBy(one)]?.stage;
    return one.least > 0 && stage !== undefined && isOnlyComposition(stage.objectives) && isWide(one) && isOpen(one);
  });
}

/** The levels at which most of them are, those before composition first: their programs are soon solved. Of two the earlier stage. */
export function largest({ stages }: BaseRun, open: readonly Open[]): readonly Level[] {
  const composed = stages.findIndex(({ stage }) => isComposition(stage.objectives));
  const isSoon = ({ stage }: Level) => (stage < composed ? 1 : 0);
  const levels = [...Map.groupBy(open, (one) => keyOf({ stage: keptBy(one), beyond: one.least })).values()].map(
    (group): Level => {
      const first = at(group, 0);
      return { group, stage: keptBy(first), beyond: first.least };
    },
  );
  const before = (a: Level, b: Level) =>
    isSoon(b) - isSoon(a) || b.group.length - a.group.length || a.stage - b.stage || a.beyond - b.beyond;
  return levels.toSorted(before).slice(0, LEVELS);
}

/** A level in as many parts as are asked about at the same time. */
export function dealt(level: Level): readonly Level[] {
  const parts = Math.min(LEVELS, level.group.length);
  return Array.from({ length: parts }, (_, part) => ({ ...level, group: level.group.filter((_one, i) => i % parts === part) }));
}

import type { Instance } from "../model/instance.ts";

/** Columns beyond which a program is not handed to the solver whole: it would spend its share before its first branching. */
export const MOST_COLUMNS = 6_000;
/** Arcs up to which the programs of most stages are solved to the end: some 150 candidates. */
const MOST_ARCS_SOLVED_WHOLE = 1_300;
/** Arcs beyond which the program of a stage is not written at all. */
const MOST_ARCS = 120_000;

/** Whether the programs of a round's stages find and prove the best of most of them, so that what comes before them may be brief. */
export function isSolvedWhole({ arcs }: Instance): boolean {
  return arcs.count <= MOST_ARCS_SOLVED_WHOLE;
}

/** Whether a round is too large for its stages to be solved whole: some hundred candidates. */
export function isLarge({ arcs }: Instance): boolean {
  return arcs.count > MOST_COLUMNS;
}

/** Whether a round is too large for any program of a whole stage: some thousand candidates. */
export function isHuge({ arcs }: Instance): boolean {
  return arcs.count > MOST_ARCS;
}

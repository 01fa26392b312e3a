import type { ObjectiveId } from "./policy.ts";

/** Objectives that look at who makes up each promotion (Art. 23 §3). */
const OF_COMPOSITION: readonly ObjectiveId[] = ["worst-promotion", "representativeness"];

/** Whether an objective is about the composition of promotions. */
export function isOfComposition(id: ObjectiveId): boolean {
  return OF_COMPOSITION.includes(id);
}

/** Whether a stage is about the composition of promotions, if only in part. */
export function isComposition(objectives: readonly ObjectiveId[]): boolean {
  return objectives.some(isOfComposition);
}

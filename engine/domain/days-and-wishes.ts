import type { ObjectiveId } from "./policy.ts";

/** Objectives that add up what a placement costs everybody: days of delay, and choices later than the first. */
const OF_DAYS_AND_WISHES: readonly ObjectiveId[] = ["delay", "wishes"];

/** Whether a stage is about days of delay or wishes, if only in part. */
export function isOfDaysOrWishes(objectives: readonly ObjectiveId[]): boolean {
  return objectives.some((id) => OF_DAYS_AND_WISHES.includes(id));
}

import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Draft } from "./draft.ts";

const MAX_HOURS = { week: 28, day: 9 } as const;

/** What is offered: working time of missions (Art. 22 §1, 2°-3°) and sizes of promotions. */
export function* checkOffers({ missions, promotions, profile }: Draft): Generator<InputIssue> {
  if (profile.rules.includes("working-time")) {
    for (const { value, path } of missions) {
      yield* workingTime(value.hoursPerWeek, "week", `${path}/hoursPerWeek`);
      yield* workingTime(value.hoursPerDay, "day", `${path}/hoursPerDay`);
    }
  }
  for (const { value, path } of promotions) {
    const { minSize, maxSize } = value;
    if (minSize && minSize > maxSize) yield inputIssue("size-reversed", `${path}/minSize`, { minSize, maxSize });
  }
}

function* workingTime(hours: number | null | undefined, unit: "week" | "day", path: string): Generator<InputIssue> {
  const max = MAX_HOURS[unit];
  if (hours && hours > max) yield inputIssue("working-time", path, { hours, unit, max });
}

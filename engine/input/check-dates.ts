import { addMonths, parseDay } from "../domain/calendar.ts";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Draft } from "./draft.ts";

const MONTHS_PER_YEAR = 12;

/** Dates in their order, windows of unavailability of a year at most (Art. 8 §5), promotions of six to twelve months (Art. 16 §1). */
export function* checkDates({ hosts, missions, promotions, candidates, profile }: Draft): Generator<InputIssue> {
  for (const { value, path } of hosts) {
    yield* reversed(value.approvedFrom, value.approvedUntil, `${path}/approvedUntil`);
    for (const [index, window] of (value.unavailable ?? []).entries()) {
      const place = `${path}/unavailable/${index}`;
      yield* reversed(window.from, window.until, `${place}/until`);
      if (profile.rules.includes("approval")) yield* tooLong(window.from, window.until, place);
    }
  }
  for (const { value, path } of missions) {
    yield* reversed(value.from, value.until, `${path}/until`);
    for (const [index, window] of (value.occupied ?? []).entries()) {
      yield* reversed(window.from, window.until, `${path}/occupied/${index}/until`);
    }
  }
  for (const { value, path } of promotions) {
    yield* reversed(value.start, value.end, `${path}/end`);
    if (profile.rules.includes("not-before")) yield* duration(value.start, value.end, path);
  }
  for (const { value, path } of candidates) {
    yield* reversed(value.earliest ?? value.chosenStart, value.latest, `${path}/latest`);
    if (profile.requires.chosenStart && !value.chosenStart) yield inputIssue("field-missing", `${path}/chosenStart`);
    if (profile.requires.birthDate && !value.birthDate) {
      yield inputIssue("birth-date-missing", `${path}/birthDate`, { profile: profile.id });
    }
  }
}

type DayText = string | null | undefined;

/** ISO days have the order of their texts. */
function* reversed(from: DayText, until: DayText, path: string): Generator<InputIssue> {
  if (from && until && from > until) yield inputIssue("dates-reversed", path, { from, until });
}

function* tooLong(from: string, until: string, path: string): Generator<InputIssue> {
  const [first, last] = [parseDay(from), parseDay(until)];
  if (first === null || last === null || last < addMonths(first, MONTHS_PER_YEAR)) return;
  yield inputIssue("unavailable-too-long", path, { days: last - first + 1 });
}

/** The day after the end is the day on which the months served are complete. */
function* duration(start: string, end: string, path: string): Generator<InputIssue> {
  const [first, last] = [parseDay(start), parseDay(end)];
  if (first === null || last === null || last < first) return;
  const complete = last + 1;
  if (complete < addMonths(first, 6) || complete > addMonths(first, 12)) {
    yield inputIssue("duration-outside-law", path, { start, end });
  }
}

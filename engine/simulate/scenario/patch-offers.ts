import { formatDay, parseDay } from "../../domain/calendar.ts";
import type { RoundJson } from "../../input/round-schema.ts";
import { type Apply, add, change } from "./patch-step.ts";

/** The day before the round's first start: what ends on it takes nobody in this round. */
function beforeFirstStart({ promotions }: RoundJson): string {
  const starts = promotions.map(({ start }) => start).sort();
  return dayBefore(starts[0] ?? "1900-01-02");
}

function dayBefore(day: string): string {
  return formatDay((parseDay(day) ?? 0) - 1);
}

/** The last day of something withdrawn from a day on: never later than it would have ended anyhow. */
function lastDay(round: RoundJson, from: string | undefined, until: string | null | undefined): string {
  const last = from === undefined ? beforeFirstStart(round) : dayBefore(from);
  return until && until < last ? until : last;
}

/** A first day that is not after the last one, where a first day was given. */
function upTo(first: string | null | undefined, last: string): string | null {
  return first ? (first < last ? first : last) : null;
}

export const hostAdded: Apply<"host-added"> = (round, { host }, path) => add(round, "host", host, path);

export const hostPlaces: Apply<"host-places"> = (round, { host, places }, path) =>
  change(round, "host", host, path, (one) => ({ ...one, places }));

/** Art. 8 §5: unavailable for some time. */
export const hostUnavailable: Apply<"host-unavailable"> = (round, { host, from, until }, path) =>
  change(round, "host", host, path, (one) => ({ ...one, unavailable: [...(one.unavailable ?? []), { from, until }] }));

/** Art. 8 §4, §6: the approval ends. Who serves there already is a matter of its own, which the round's warnings name. */
export const hostWithdrawn: Apply<"host-withdrawn"> = (round, { host, from }, path) =>
  change(round, "host", host, path, (one) => {
    const approvedUntil = lastDay(round, from, one.approvedUntil);
    return { ...one, approvedFrom: upTo(one.approvedFrom, approvedUntil), approvedUntil };
  });

export const missionAdded: Apply<"mission-added"> = (round, { mission }, path) => add(round, "mission", mission, path);

export const missionPlaces: Apply<"mission-places"> = (round, { mission, places }, path) =>
  change(round, "mission", mission, path, (one) => ({ ...one, places }));

export const missionWithdrawn: Apply<"mission-withdrawn"> = (round, { mission, from }, path) =>
  change(round, "mission", mission, path, (one) => {
    const until = lastDay(round, from, one.until);
    return { ...one, from: upTo(one.from, until), until };
  });

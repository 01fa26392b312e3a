import { formatDay, parseDay } from "../../domain/calendar.ts";
import { inputIssue } from "../../domain/input-issue.ts";
import { pointer } from "../../input/json-pointer.ts";
import type { PinJson } from "../../input/round-schema.ts";
import { type Apply, add, change } from "./patch-step.ts";

export const promotionAdded: Apply<"promotion-added"> = (round, { promotion }, path) => add(round, "promotion", promotion, path);

/** Without an end of its own it lasts as many days as before. */
export const promotionMoved: Apply<"promotion-moved"> = (round, { promotion, start, end }, path) =>
  change(round, "promotion", promotion, path, (one) => ({ ...one, start, end: end ?? shifted(one.start, one.end, start) }));

function shifted(start: string, end: string, moved: string): string {
  const [first, last, from] = [parseDay(start) ?? 0, parseDay(end) ?? 0, parseDay(moved) ?? 0];
  return formatDay(from + last - first);
}

export const promotionSize: Apply<"promotion-size"> = (round, { promotion, kind: _, ...sizes }, path) => {
  const given = Object.fromEntries(Object.entries(sizes).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) {
    return {
      round,
      issues: [inputIssue("value-invalid", path, { detail: "Name at least one of minSize, maxSize, keepFree, mustHold" })],
    };
  }
  return change(round, "promotion", promotion, path, (one) => ({ ...one, ...given }));
};

export const promotionZone: Apply<"promotion-zone"> = (round, { promotion, zone }, path) =>
  change(round, "promotion", promotion, path, (one) => ({ ...one, zone }));

/** A promotion that is not held; one in which citizens serve cannot be withdrawn. Decisions that name it go with it. */
export const promotionWithdrawn: Apply<"promotion-withdrawn"> = (round, { promotion }, path) => {
  const found = change(round, "promotion", promotion, path, (one) => one);
  if (found.issues !== undefined) return found;
  const members = round.promotions.find(({ id }) => id === promotion)?.members?.length ?? 0;
  if (members > 0) {
    return { round, issues: [inputIssue("promotion-in-service", pointer(path, "promotion"), { promotion, members })] };
  }
  const pins = (round.pins ?? []).filter((pin) => promotionOf(pin) === promotion);
  const published = (round.published ?? []).filter((one) => one.promotion === promotion);
  return {
    round: {
      ...round,
      promotions: round.promotions.filter(({ id }) => id !== promotion),
      pins: (round.pins ?? []).filter((pin) => !pins.includes(pin)),
      published: (round.published ?? []).filter((one) => !published.includes(one)),
    },
    dropped: [
      ...pins.map(({ candidate }) => ({ kind: "pin-dropped" as const, candidate })),
      ...published.map(({ candidate }) => ({ kind: "published-dropped" as const, candidate })),
    ],
  };
};

function promotionOf(pin: PinJson): string | null {
  if ("promotion" in pin) return pin.promotion;
  return "not" in pin ? (pin.not.promotion ?? null) : null;
}

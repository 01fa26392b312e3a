import type { Reason } from "../../engine/domain/reason.ts";
import type { Outcome, Result } from "../../engine/domain/result.ts";

const RESERVE_WORDS: Readonly<Record<Reason["code"], string>> = {
  "no-fit": "no choice fits any promotion of the round (zone, dates, approval or languages)",
  places: "the places of their choices are taken",
  size: "no seat is left in the promotions of their choices, or too few people for one to be held",
  pin: "decided by the planner (pin)",
  quota: "a quota",
  lottery: "drawn by lot",
  "not-established": "another placement would cost an earlier tier; the ground is not established in this version",
};

const DEFERRED_WORDS: Readonly<Record<Reason["code"], string>> = {
  ...RESERVE_WORDS,
  places: "the places of their choices are taken on the nearest date",
  size: "no seat is left on the nearest date, or too few people for a promotion to be held",
};

/** How many wait and why, by reason. */
export function waitingLines({ outcomes }: Result): readonly string[] {
  const reserve = tally(outcomes, "reserve", RESERVE_WORDS);
  const deferred = tally(outcomes, "deferred", DEFERRED_WORDS);
  const excluded = outcomes.flatMap((outcome) => (outcome.outcome === "ineligible" ? outcome.issues : []));
  const articles = Map.groupBy(excluded, ({ code, article }) => `${code} (Art. ${article})`);
  return [
    ...(deferred.length === 0 ? [] : ["Why people are deferred", ...deferred]),
    ...(reserve.length === 0 ? [] : ["Why people are on the reserve list", ...reserve]),
    ...(articles.size === 0 ? [] : ["Why people are not eligible"]),
    ...[...articles].map(([text, list]) => `  ${String(list.length).padStart(4)}  ${text}`),
  ];
}

function tally(
  outcomes: readonly Outcome[],
  kind: "reserve" | "deferred",
  words: Readonly<Record<Reason["code"], string>>,
): readonly string[] {
  const codes = outcomes.flatMap((outcome) => (outcome.outcome === kind ? [outcome.reason?.code ?? "not-established"] : []));
  const groups = [...Map.groupBy(codes, (code) => code)].toSorted(([, a], [, b]) => b.length - a.length);
  return groups.map(([code, list]) => `  ${String(list.length).padStart(4)}  ${words[code]}`);
}

import type { Reason } from "../../engine/domain/reason.ts";
import type { Outcome, Result } from "../../engine/domain/result.ts";

const WORDS: Readonly<Record<Reason["code"], string>> = {
  "no-fit": "no choice fits any promotion of the round (zone, dates, approval or languages)",
  places: "there are not enough places at the missions they chose (Art. 13)",
  size: "there are not enough seats in the promotions (Art. 13)",
  pin: "decided by the planner (pin)",
  published: "a published placement would have to change",
  rule: "a rule that the round must keep",
  quota: "the composition of the promotions, without the proof that Art. 23 §3 asks for (Art. 13)",
  representativeness: "somebody else's participation brings the promotion closer to representativeness (Art. 23 §3)",
  "deferral-cap": "somebody whom the cap on deferrals protects comes first",
  "reserve-priority": "somebody of the priority reserve list, or deferred before, comes first (Art. 13 al. 2)",
  "regional-balance": "the balance between the Regions (Art. 4 §1, 1°)",
  "low-skilled": "the share of low-skilled people (Art. 4 §1, 2°)",
  "cross-region": "service in another Region (Art. 14 §2)",
  delay: "others would have to start later (Art. 23 §3)",
  wishes: "somebody would have a choice of lower rank (Art. 13 al. 1)",
  "cross-language": "service in another language area (Art. 14 §1)",
  lottery: "drawn by lot among equals; what they share was not established",
  "not-established": "no ground was established within the limits",
};

/** A placement was found that keeps every tier before this one. */
const open = (tier: string) =>
  `nothing before the tier ${tier} stands in the way; what does was not established within the limits`;

/** How many wait and why, by reason. */
export function waitingLines({ outcomes }: Result): readonly string[] {
  const reserve = tally(outcomes, "reserve");
  const deferred = tally(outcomes, "deferred");
  const excluded = outcomes.flatMap((outcome) => (outcome.outcome === "ineligible" ? outcome.issues : []));
  const articles = Map.groupBy(excluded, ({ code, article }) => `${code} (Art. ${article})`);
  return [
    ...(deferred.length === 0 ? [] : ["Why people are deferred", ...deferred]),
    ...(reserve.length === 0 ? [] : ["Why people are on the reserve list", ...reserve]),
    ...(articles.size === 0 ? [] : ["Why people are not eligible"]),
    ...[...articles].map(([text, list]) => `  ${String(list.length).padStart(4)}  ${text}`),
  ];
}

/** Reasons of one kind of outcome with how many have them, the draw told apart. */
function tally(outcomes: readonly Outcome[], kind: "reserve" | "deferred"): readonly string[] {
  const words = outcomes.flatMap((outcome) => {
    if (outcome.outcome !== kind || outcome.reason === null) return [];
    const { reason } = outcome;
    if (reason.code === "not-established" && reason.price !== undefined) return [open(reason.price.tier)];
    const drawn = "selection" in reason && reason.selection === "lottery" && reason.code !== "lottery";
    return [`${WORDS[reason.code]}${drawn ? "; among equals, by lot" : ""}`];
  });
  const groups = [...Map.groupBy(words, (text) => text)].toSorted(([, a], [, b]) => b.length - a.length);
  return groups.map(([text, list]) => `  ${String(list.length).padStart(4)}  ${text}`);
}

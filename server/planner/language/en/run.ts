import { plural } from "../plural.ts";

const n = plural("en");

export const run = {
  title: "Place the candidates",
  intro:
    "The service searches for the best placement, aim by aim, and proves how good it is. You can watch, leave and come back, or stop and keep the best found.",
  howLong: "How long may it take?",
  howLongHint:
    "It ends sooner when the best is proven. More time brings a better placement or a stronger proof, never an unlawful one.",
  draw: "The draw",
  seed: "Text from which the draw is made",
  seedHint: "Leave it empty to keep the round's own. The same text gives the same draw.",
  start: "Place the candidates",
  going: "Searching…",
  cancel: "Stop and keep the best",
  cancelling: "Stopping…",
  elapsed: "Time",
  placedSoFar: "placed",
  best: "Best found",
  bound: "Best possible",
  gap: "Still open",
  chartLabel: "Best found and best possible over time, for the present aim",
  stages: "Aims so far",
  aim: "Aim",
  proven: "For every aim it is proven that no lawful placement does better.",
  notProven:
    "The placement is lawful and checked; for some aims a better one may exist. The result says how much better at most.",
  again: "Place again",
  toResult: "See the result",
  earlier: "Earlier placements of this round",
  when: "Started",
  stateHead: "State",
  conflict: "Rules in conflict",
  conflictIntro:
    "The rules below cannot hold together; without any one of them the others can. Change one of them in the data or the policy.",
  conflictPart: "The rules below cannot hold together; a smaller set of them may already be in conflict.",
  tryChange: "Try this change",
  rule: "Rule",
  articleHead: "Article",
  subject: "For",
  duration: (seconds: number) => (seconds < 60 ? n(seconds, "second", "seconds") : n(seconds / 60, "minute", "minutes")),
  seconds: (text: string) => `${text} s`,
  queued: (position: number) => (position > 0 ? `Waiting: ${position} before this one` : "Waiting to start…"),
  phase: (tier: number) => `Aim ${tier} in the order of the policy`,
  explain: (sense: "minimise" | "maximise"): string =>
    sense === "minimise"
      ? "Fewer is better. “Best possible” is what no lawful placement can go below; when both numbers meet, the best is proven."
      : "More is better. “Best possible” is what no lawful placement can go above; when both numbers meet, the best is proven.",
  ended: (by: "proof" | "steps" | "time" | "cancel" | "error"): string =>
    ({
      proof: "Placed: the best is proven",
      steps: "Placed within the work allowed",
      time: "Placed within the time allowed",
      cancel: "Stopped: this is the best found",
      error: "Placed; one answer failed its check and was not used",
    })[by],
  states: {
    queued: "waiting",
    solving: "searching",
    completed: "done",
    infeasible: "no placement possible",
    cancelled: "stopped",
    failed: "failed",
  },
  subjects: {
    candidate: "candidate",
    promotion: "promotion",
    mission: "mission",
    host: "host",
    dimension: "dimension",
    category: "group",
    region: "Region",
    day: "on",
  },
};

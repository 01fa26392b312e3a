import type { TaskAnswer } from "./task-context.ts";

/** What solver processes do; each task loads its own code, so that a process that only reads rounds starts in no time. */
export const TASKS = {
  place: async () => (await import("./answer-placement.ts")).answerPlacement,
  verify: async () => (await import("./answer-verification.ts")).answerVerification,
  overview: async () => (await import("./answer-overview.ts")).answerOverview,
  "check-round": async () => (await import("./answer-round-check.ts")).answerRoundCheck,
  "accept-run": async () => (await import("./answer-run-request.ts")).answerRunRequest,
  import: async () => (await import("./answer-import.ts")).answerImport,
  scenario: async () => (await import("./answer-scenario.ts")).answerScenario,
  compare: async () => (await import("./answer-comparison.ts")).answerComparison,
  workbook: async () => (await import("./answer-workbook.ts")).answerWorkbook,
  explain: async () => (await import("./answer-explanation.ts")).answerExplanation,
  bundle: async () => (await import("./plan-payload.ts")).answerBundle,
  "plan-snapshot": async () => (await import("./plan-payload.ts")).answerPlanSnapshot,
  recheck: async () => (await import("./answer-recheck.ts")).answerRecheck,
  "repair-round": async () => (await import("./answer-repair-round.ts")).answerRepairRound,
  "trade-off": async () => (await import("./answer-trade-off.ts")).answerTradeOff,
  run: async () => (await import("./answer-run.ts")).answerRun,
} as const satisfies Readonly<Record<string, () => Promise<TaskAnswer>>>;

export type Task = keyof typeof TASKS;

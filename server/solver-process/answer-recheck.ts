import { parseDay } from "../../engine/domain/calendar.ts";
import type { RuleViolation } from "../../engine/domain/violation.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { placementsOf } from "../../engine/verify/figures/outcomes.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { refuseIssues } from "../problems.ts";
import type { Answer } from "./answer.ts";
import { attachedRound } from "./attached.ts";
import { readPlan } from "./plan-payload.ts";
import type { TaskContext } from "./task-context.ts";

/** What keeps a plan from being published today. */
export interface Recheck {
  readonly persons: number;
  readonly violations: readonly {
    readonly rule: string;
    readonly subjects: Readonly<Record<string, string>>;
    readonly detail: string;
  }[];
}

/**
 * Checks every person of the plan in the attachment `plan` against today's data in the attachment `round`, under the policy the plan was
 * solved with; the value is today's day. Whether a seat stays idle is no question of a person's: who applied since then waits for the
 * next round.
 */
export function answerRecheck(value: unknown, context: TaskContext): Answer {
  const { round: solved, result } = readPlan(context);
  const today = { ...attachedRound(context), policy: solved.policy ?? null, profile: solved.profile };
  const parsed = parseRoundValue(today);
  if (!parsed.ok) return { status: "refused", refusal: refuseIssues("round-has-issues", parsed.issues, "body") };
  const placements = placementsOf(result.outcomes);
  const day = parseDay(String(value)) ?? 0;
  const starts = new Map(parsed.round.promotions.map(({ id, start }) => [id, start]));
  const started = placements.filter(({ promotion }) => (starts.get(promotion) ?? Number.POSITIVE_INFINITY) <= day);
  const broken = verifyPlacements(parsed.round, placements).filter(({ rule }: RuleViolation) => rule !== "no-idle-seat");
  const recheck: Recheck = {
    persons: placements.length,
    violations: [
      ...broken.map(({ rule, subjects, detail }) => ({ rule, subjects, detail })),
      ...started.map(({ candidate, promotion }) => ({
        rule: "promotion-started",
        subjects: { candidate, promotion },
        detail: "the promotion starts today or has started",
      })),
    ],
  };
  return { status: "answered", json: Buffer.from(JSON.stringify(recheck)) };
}

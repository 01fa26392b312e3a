import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { roundOverview } from "../overview/round-overview.ts";
import { refuseIssues } from "../problems.ts";
import type { Answer } from "./answer.ts";
import type { TaskContext } from "./task-context.ts";

/** One pass over the round: it needs no limit of the caller's. */
const OVERVIEW_SECONDS = 30;

/** What can be said of a round before it is solved, or every issue of it. */
export async function answerOverview(value: unknown, { working }: TaskContext): Promise<Answer> {
  await working(OVERVIEW_SECONDS);
  const parsed = parseRoundValue(value);
  if (!parsed.ok) return { status: "refused", refusal: refuseIssues("body-invalid", parsed.issues, "body") };
  return { status: "answered", json: Buffer.from(JSON.stringify(roundOverview(parsed.round))) };
}

import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { roundOverview } from "../overview/round-overview.ts";
import { refuseIssues } from "../problems.ts";
import type { Answer } from "./messages.ts";

/** What can be said of a round before it is solved, or every issue of it. */
export function answerOverview(value: unknown): Answer {
  const parsed = parseRoundValue(value);
  if (!parsed.ok) return { status: "refused", refusal: refuseIssues("body-invalid", parsed.issues, "body") };
  return { status: "answered", json: Buffer.from(JSON.stringify(roundOverview(parsed.round))) };
}

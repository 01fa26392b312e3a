import type { Result } from "../../engine/domain/result.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { place } from "../../engine/place.ts";
import { earlierAnswer } from "../../engine/search/earlier-answer.ts";
import { withCrew } from "../crew/thread-crew.ts";
import { placementRows, placementsCsv } from "../exports/placement-rows.ts";
import { refuseIssues } from "../problems.ts";
import type { RunOptions } from "../schemas/run.ts";
import type { Artifact } from "../store/attempts.ts";
import type { Answer } from "./answer.ts";
import { answerOf } from "./answer-placement.ts";
import { roundAsAsked } from "./run-of.ts";
import type { TaskContext } from "./task-context.ts";

/**
 * Solves the stored round in the attachment `round` as the value asks, from the placements in the attachment `result` where there is one, and
 * leaves what the finished run can be asked for. Bounds are worked out anew: what the other round allowed is not compared.
 */
export async function answerRun(value: unknown, context: TaskContext): Promise<Answer> {
  const stored = context.attachment("round");
  if (stored === null) return { status: "failed", message: "the job came without its round" };
  // Checked when the run was accepted.
  const options = value as RunOptions;
  const parsed = parseRoundValue(roundAsAsked(stored, options));
  if (!parsed.ok) return { status: "refused", refusal: refuseIssues("body-invalid", parsed.issues, "body") };
  const given = parsed.round.limits;
  const limits = {
    ...given,
    seconds: Math.min(given.seconds, context.allowed.seconds),
    threads: Math.min(given.threads, context.allowed.threads),
  };
  await context.working(limits.seconds);
  const own = await context.ports();
  const before = context.attachment("result");
  const earlier =
    before === null
      ? undefined
      : earlierAnswer(JSON.parse(Buffer.from(before).toString()), { boundsHold: false, effort: options.effort ?? "full" });
  const outcome = await withCrew(limits.threads, (crew) =>
    place({ ...parsed.round, limits }, parsed.warnings, crew === undefined ? own : { ...own, crew }, earlier),
  );
  const answer = answerOf(outcome);
  if (outcome.status !== "solved" || answer.status !== "answered") return answer;
  return { ...answer, artifacts: artifactsOf(outcome.result, answer.json), summary: summaryOf(outcome.result) };
}

function artifactsOf(result: Result, json: Uint8Array): Artifact[] {
  const rows = placementRows(result);
  const text = (value: unknown) => Buffer.from(JSON.stringify(value));
  return [
    { name: "result", mediaType: "application/json", bytes: json },
    { name: "placements", mediaType: "application/json", bytes: text({ placements: rows }) },
    { name: "placements.csv", mediaType: "text/csv", bytes: Buffer.from(placementsCsv(rows)) },
    { name: "certificate", mediaType: "application/json", bytes: text(result.certificate) },
  ];
}

function summaryOf({ state, quality, stoppedBy, tiers, indicators }: Result) {
  return { state, quality, stoppedBy, tiers, indicators };
}

import type { Result } from "../../engine/domain/result.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { place } from "../../engine/place.ts";
import { earlierAnswer } from "../../engine/search/earlier-answer.ts";
import type { RunPorts } from "../../engine/search/run.ts";
import { type Curve, type SolveRound, tradeOffCurve } from "../../engine/simulate/trade-off/curve.ts";
import { refuseIssues } from "../problems.ts";
import type { RunOptions } from "../schemas/run.ts";
import type { TradeOffOptions } from "../schemas/trade-off.ts";
import type { Answer } from "./answer.ts";
import { attachedSolved } from "./attached.ts";
import type { TaskContext } from "./task-context.ts";

/** Seconds for a curve that asks for none, shared by its points. */
const USUAL_SECONDS = 300;

/** The points of a trade-off curve, of the solved run in the attachments. */
export async function answerTradeOff(value: unknown, context: TaskContext): Promise<Answer> {
  // Checked when the run was accepted.
  const { give, gain, points, limits, ...options } = value as TradeOffOptions & RunOptions;
  const { round, result } = attachedSolved(context, options);
  const seconds = Math.min(limits?.seconds ?? USUAL_SECONDS, context.allowed.seconds);
  await context.working(seconds);
  const perPoint = { ...round.limits, ...limits, seconds: seconds / points };
  const outcome = await tradeOffCurve(
    { ...round, limits: perPoint },
    result,
    { give, gain, points },
    solveWith(await context.ports()),
  );
  switch (outcome.status) {
    case "solved":
      return answered(outcome.curve);
    case "bad-input":
      return { status: "refused", refusal: refuseIssues("body-invalid", outcome.issues, "body") };
    case "unsolved": {
      const detail = `Its ends could not be solved within the limits (${outcome.reason}).`;
      const stoppedBy = outcome.reason === "cancelled" ? "cancel" : "time";
      return { status: "refused", refusal: { code: "nothing-found", detail }, stoppedBy };
    }
  }
}

/** Each point starts from its neighbour's placements. One that was cancelled is none: what it has is not the best there is. */
function solveWith(ports: RunPorts): SolveRound {
  return async (round: RoundJson, near: Result | null) => {
    const parsed = parseRoundValue(round);
    if (!parsed.ok) return { status: "bad-input" };
    const earlier = near === null ? undefined : earlierAnswer(near, { boundsHold: false, effort: "full" });
    const outcome = await place(parsed.round, parsed.warnings, ports, earlier);
    return outcome.status === "solved" && outcome.result.stoppedBy === "cancel" ? { status: "cancelled" } : outcome;
  };
}

function answered(curve: Curve): Answer {
  const json = Buffer.from(JSON.stringify(curve));
  const cancelled = curve.endedBy === "cancelled";
  const proven = curve.points.every((point) => point.proven);
  const summary = {
    state: cancelled ? "cancelled" : "completed",
    quality: proven ? "proven-optimal" : "feasible",
    stoppedBy: cancelled ? "cancel" : proven ? "proof" : "time",
    points: curve.points.length,
    complete: curve.complete,
  };
  return { status: "answered", json, artifacts: [{ name: "trade-off", mediaType: "application/json", bytes: json }], summary };
}

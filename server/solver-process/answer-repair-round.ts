import { gzipSync } from "node:zlib";
import { checkRoundValue } from "../../engine/input/check-round.ts";
import { isObject } from "../../engine/input/parse-round.ts";
import { schemaIssues } from "../../engine/input/schema-issues.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { placementsOf } from "../../engine/verify/figures/outcomes.ts";
import { refuseIssues } from "../problems.ts";
import { type AcceptedScenario, scenarioRequestSchema } from "../schemas/scenario.ts";
import type { Answer } from "./answer.ts";
import { roundCheck } from "./answer-round-check.ts";
import { scenarioId } from "./answer-scenario.ts";
import { readPlan } from "./plan-payload.ts";
import type { TaskContext } from "./task-context.ts";

/** A round that repairs the plan in the attachment: its placements published, then the patches. Its first tier counts who moves. */
export function answerRepairRound(value: unknown, context: TaskContext): Answer {
  const read = scenarioRequestSchema.safeParse(value);
  if (!read.success) {
    return { status: "refused", refusal: refuseIssues("body-invalid", [...schemaIssues(read.error, value, "")], "body") };
  }
  const { round, result } = readPlan(context);
  const published = placementsOf(result.outcomes).map(({ candidate, promotion, missions }) => ({
    candidate,
    promotion,
    missions: [...missions],
  }));
  const patches = [{ kind: "published", published }, ...read.data.patches];
  // Left to the patches as sent: what the reading filled in or dropped would not be what is on record.
  const given = isObject(value) ? value.patches : [];
  const scenario = applyPatches(round, patches, read.data.id ?? scenarioId(round.id, given));
  if (!scenario.ok) {
    const issues = scenario.issues.map((issue) => ({ ...issue, path: `/patches${shifted(issue.path)}` }));
    return { status: "refused", refusal: refuseIssues("body-invalid", issues, "body") };
  }
  const checked = checkRoundValue(scenario.round);
  if (checked.status === "unreadable") throw new Error("patches that follow their schema gave a round that does not");
  const consequences = scenario.consequences.map((one) => ({ ...one, patch: one.patch - 1 }));
  const accepted: AcceptedScenario = { check: roundCheck(checked), lineage: { patches: read.data.patches, consequences } };
  return {
    status: "answered",
    json: Buffer.from(JSON.stringify(accepted)),
    artifacts: [{ name: "round", mediaType: "application/json", bytes: gzipSync(JSON.stringify(scenario.round)) }],
  };
}

/** The list sent starts behind the patch that publishes. */
function shifted(path: string): string {
  return path.replace(/^\/(\d+)/, (_, index: string) => `/${Number(index) - 1}`);
}

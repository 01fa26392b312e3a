import { type InputIssue, inputIssue } from "../../engine/domain/input-issue.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import type { Violation } from "../../engine/domain/violation.ts";
import { pointer } from "../../engine/input/json-pointer.ts";
import { parseResultValue } from "../../engine/input/parse-result.ts";
import { isObject, parseRoundValue } from "../../engine/input/parse-round.ts";
import { schemaIssues } from "../../engine/input/schema-issues.ts";
import { placementsOf } from "../../engine/verify/figures/outcomes.ts";
import { measureTiers, tierSense } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { refuseIssues } from "../problems.ts";
import { placementsSchema, type Verification } from "../schemas/verification.ts";
import type { Answer } from "./answer.ts";
import type { TaskContext } from "./task-context.ts";

/** Verifying is one pass over the round: it needs no limit of the caller's. */
const VERIFY_SECONDS = 30;

/** What is to be verified: the placements, and how to find what they violate. */
interface Claim {
  readonly placements: readonly Placement[];
  readonly violations: (round: Round) => readonly Violation[];
  readonly hasFigures: boolean;
}

/** Verifies `{round, result}` or `{round, placements}`: every rule broken, every figure that differs, the value of every tier. */
export async function answerVerification(value: unknown, { working }: TaskContext): Promise<Answer> {
  await working(VERIFY_SECONDS);
  const fields = isObject(value) ? value : {};
  const issues = [...shapeIssues(value)];
  const parsed = Object.hasOwn(fields, "round") ? parseRoundValue(fields.round) : null;
  if (parsed?.ok === false) issues.push(...below("/round", parsed.issues));
  const claim = readClaim(fields, issues);
  if (issues.length > 0 || parsed?.ok !== true || claim === null) {
    return { status: "refused", refusal: refuseIssues("body-invalid", issues, "body") };
  }
  return { status: "answered", json: Buffer.from(JSON.stringify(verification(parsed.round, claim))) };
}

function* shapeIssues(value: unknown): Generator<InputIssue> {
  if (!isObject(value)) {
    yield inputIssue("value-invalid", "", { detail: "The body is a JSON object" });
    return;
  }
  for (const field of Object.keys(value)) {
    if (!["round", "result", "placements"].includes(field)) yield inputIssue("field-unknown", pointer("", field), { field });
  }
  if (!Object.hasOwn(value, "round")) yield inputIssue("field-missing", "/round");
  if (Object.hasOwn(value, "result") === Object.hasOwn(value, "placements"))
    yield inputIssue("value-invalid", "", { detail: "Give either result or placements" });
}

function below(base: string, issues: readonly InputIssue[]): InputIssue[] {
  return issues.map((issue) => ({ ...issue, path: base + issue.path }));
}

/** `null` where neither a result nor placements could be read; the reasons are added to `issues`. */
function readClaim(fields: Readonly<Record<string, unknown>>, issues: InputIssue[]): Claim | null {
  if (Object.hasOwn(fields, "result")) {
    const parsed = parseResultValue(fields.result);
    if (!parsed.ok) {
      issues.push(...below("/result", parsed.issues));
      return null;
    }
    const { result } = parsed;
    return {
      placements: placementsOf(result.outcomes),
      violations: (round) => verifyResult(round, result),
      hasFigures: true,
    };
  }
  if (!Object.hasOwn(fields, "placements")) return null;
  const parsed = placementsSchema.safeParse(fields.placements);
  if (!parsed.success) {
    issues.push(...schemaIssues(parsed.error, fields.placements, "/placements"));
    return null;
  }
  const placements = parsed.data;
  return { placements, violations: (round) => verifyPlacements(round, placements), hasFigures: false };
}

function verification(round: Round, { placements, violations, hasFigures }: Claim): Verification {
  const found = violations(round);
  const values = measureTiers(round, placements);
  return {
    round: { id: round.id, hash: round.hash },
    lawful: !found.some(({ kind }) => kind === "rule"),
    figuresEqual: hasFigures ? !found.some(({ kind }) => kind === "figure") : null,
    violations: found,
    tiers: round.policy.tiers.map((tier, index) => ({
      objectives: tier.objectives,
      sense: tierSense(round, tier),
      value: values[index] ?? 0,
    })),
  };
}

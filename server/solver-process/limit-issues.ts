import { type InputIssue, inputIssue } from "../../engine/domain/input-issue.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import type { AllowedLimits } from "../problems.ts";

/** Only limits that are given can be too high: the defaults are lowered to what is allowed. */
export function limitIssues(given: RoundJson["limits"], allowed: AllowedLimits): InputIssue[] {
  return (["seconds", "threads"] as const)
    .filter((name) => (given?.[name] ?? 0) > allowed[name])
    .map((name) => inputIssue("value-invalid", `/limits/${name}`, { detail: `At most ${allowed[name]} ${name} in this call` }));
}

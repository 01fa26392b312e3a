import { readFileSync } from "node:fs";
import { describeIssue, type InputIssue } from "../../engine/domain/input-issue.ts";
import type { Round } from "../../engine/domain/round.ts";
import { parseRound } from "../../engine/input/parse-round.ts";

/** The text of a file, or of standard input for `-`; exits with 2 when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    process.stderr.write(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

/** The round in a file (`-`: standard input); prints every issue and exits with 2 when there is an error among them. */
export function readRound(file: string): { readonly round: Round; readonly warnings: readonly InputIssue[] } {
  const parsed = parseRound(readText(file));
  if (!parsed.ok) exitWithIssues(parsed.issues);
  return parsed;
}

export function exitWithIssues(issues: readonly InputIssue[]): never {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  process.stderr.write(
    `${issues.map((issue) => describeIssue(issue)).join("\n")}\n${errors} ${errors === 1 ? "error" : "errors"}: the round was not run.\n`,
  );
  process.exit(2);
}

import { conflictLines } from "../../engine/conflict/texts/conflict-text.ts";
import type { Language } from "../../engine/explain/texts/catalogue.ts";
import type { PlaceOutcome } from "../../engine/place.ts";
import { violationLine } from "../report/violation.ts";
import { exitWithIssues } from "./read-round.ts";

/** Says on the standard error why a round has no result, conflicts in a language, and answers with the command's exit status. */
export function exitUnsolved(outcome: Exclude<PlaceOutcome, { readonly status: "solved" }>, language: Language): number {
  switch (outcome.status) {
    case "bad-input":
      return exitWithIssues(outcome.issues);
    case "infeasible":
      process.stderr.write(`${conflictLines(outcome.conflict, outcome.relaxations, language).join("\n")}\n`);
      return 3;
    case "nothing-found":
      process.stderr.write(
        `No lawful placement was found within the limit (${outcome.limit}), nor was it shown that there is none.\n`,
      );
      return 4;
    case "failed":
      process.stderr.write(`${[outcome.message, ...outcome.violations.map(violationLine)].join("\n")}\n`);
      return 1;
  }
}

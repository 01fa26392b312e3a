import type { InputIssue } from "../domain/input-issue.ts";
import { checkReferences } from "./check-references.ts";
import type { Draft } from "./draft.ts";

/** Everything the schema cannot say about a round: references, dates, places, choices, sizes, policy. */
export function* checkDraft(draft: Draft): Generator<InputIssue> {
  yield* checkReferences(draft);
}

import type { InputIssue } from "../domain/input-issue.ts";
import { checkChoices } from "./check-choices.ts";
import { checkDates } from "./check-dates.ts";
import { checkOffers } from "./check-offers.ts";
import { checkPeople } from "./check-people.ts";
import { checkPlaces } from "./check-places.ts";
import { checkPolicy } from "./check-policy.ts";
import { checkReferences } from "./check-references.ts";
import { checkTiers } from "./check-tiers.ts";
import type { Draft } from "./draft.ts";

/** Everything wrong with a round that the schema cannot say: references, places, dates, choices, people, policy. */
export function* checkDraft(draft: Draft): Generator<InputIssue> {
  yield* checkReferences(draft);
  yield* checkPlaces(draft);
  yield* checkDates(draft);
  yield* checkOffers(draft);
  yield* checkChoices(draft);
  yield* checkPeople(draft);
  yield* checkPolicy(draft.given);
  if (draft.given.tiers !== undefined && draft.policy !== null) yield* checkTiers(draft.given.tiers, draft.policy);
}

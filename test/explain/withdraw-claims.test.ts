import { expect, test } from "vitest";
import type { Result } from "../../engine/domain/result.ts";
import type { Violation } from "../../engine/domain/violation.ts";
import { withdrawClaims } from "../../engine/explain/withdraw-claims.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { shipped, solved } from "../engine/run-place.ts";

const tiny = shipped("tiny");
const result = await solved(tiny);
const unclaimed: Result = {
  ...result,
  certificate: {
    ...result.certificate,
    verified: false,
    guarantees: Object.fromEntries(Object.keys(result.certificate.guarantees).map((id) => [id, "not-measured"])) as never,
  },
};

function violationsOf(doctored: Result): readonly Violation[] {
  const parsed = parseRoundValue(tiny);
  if (!parsed.ok) throw new Error("the tiny round does not parse");
  return verifyResult(parsed.round, doctored);
}

/** The result with the reason of the first deferred candidate under a false article. */
const falseArticle: Result = (() => {
  const index = unclaimed.outcomes.findIndex(({ outcome }) => outcome === "deferred");
  const outcomes = unclaimed.outcomes.map((outcome, i) =>
    i === index && "reason" in outcome ? { ...outcome, reason: { ...outcome.reason, code: "places", article: "99" } } : outcome,
  );
  return { ...unclaimed, outcomes: outcomes as Result["outcomes"] };
})();

test("a claim that the verifier refutes becomes not-established, and the result then holds", () => {
  const violations = violationsOf(falseArticle);
  expect(violations).not.toEqual([]);
  const weaker = withdrawClaims(falseArticle, violations);
  expect(weaker?.outcomes.find(({ outcome }) => outcome === "deferred")).toMatchObject({ reason: { code: "not-established" } });
  expect(weaker === null ? null : violationsOf(weaker)).toEqual([]);
});

test("nothing is withdrawn where anything else is refuted", () => {
  const doctored = { ...falseArticle, indicators: { ...falseArticle.indicators, placed: 99 } };
  expect(withdrawClaims(doctored, violationsOf(doctored))).toBeNull();
});

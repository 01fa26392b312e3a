import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { makeBundle } from "../../engine/bundle/make-bundle.ts";
import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import type { ReasonProof } from "../../engine/domain/bound-certificate.ts";
import type { Result } from "../../engine/domain/result.ts";
import { withdrawClaims } from "../../engine/explain/withdraw-claims.ts";
import { parseResultValue } from "../../engine/input/parse-result.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { solved } from "../engine/run-place.ts";

const draft = generateRound({ candidates: 40, seed: 5, seats: 1 });
const TIERS = ["placed", "regional-balance", "delay", "wishes"] as const;
const json = {
  ...draft,
  policy: { ...draft.policy, representativeness: null, tiers: TIERS.map((objective) => ({ objectives: [objective] })) },
};
const parsed = parseRoundValue(json);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const { round } = parsed;
const result = await solved(json);
const proofs = result.certificate.reasons ?? [];

const withReasons = (reasons: readonly ReasonProof[]): Result => ({ ...result, certificate: { ...result.certificate, reasons } });

const pathsOf = (doctored: Result) =>
  verifyResult(round, doctored).flatMap((violation) => (violation.kind === "figure" ? [violation.path] : []));

/** The first proof with what it says of the first person changed. */
function changed(change: Partial<ReasonProof["with"][number]>): Result {
  const [first, ...others] = proofs;
  const [one, ...rest] = first?.with ?? [];
  if (first === undefined || one === undefined) throw new Error("there is no proof");
  return withReasons([{ ...first, with: [{ ...one, ...change }, ...rest] }, ...others]);
}

const BEST = "/certificate/reasons/0/with/0/best";

test("reasons that break a tier without composition are proven by prices, which the verifier adds up again", () => {
  expect(proofs.flatMap((proof) => proof.with).length).toBeGreaterThan(0);
  expect(pathsOf(result)).toEqual([]);
  expect(parseResultValue(JSON.parse(JSON.stringify(result)))).toMatchObject({ ok: true, result });
});

test("a proof that says more or less than its prices, of somebody else, of another date or without its prices is found", () => {
  const [first] = proofs;
  const best = first?.with[0]?.best ?? 0;
  for (const by of [1, -1]) expect(pathsOf(changed({ best: best + by }))).toContain(BEST);
  expect(pathsOf(changed({ candidate: "nobody" }))).toContain(BEST);
  expect(pathsOf(changed({ date: "1999-01-01" }))).toContain(BEST);
  const placed = result.outcomes.find(({ outcome }) => outcome === "placed")?.candidate ?? "";
  expect(pathsOf(changed({ candidate: placed })).some((path) => path.startsWith("/certificate/reasons/0/with/0"))).toBe(true);
  if (first === undefined) throw new Error("there is no proof");
  expect(pathsOf(withReasons([{ ...first, prices: { ...first.prices, seats: {}, missions: {}, hosts: {} } }]))).toContain(BEST);
  expect(pathsOf(withReasons([{ ...first, prices: { ...first.prices, seats: { nowhere: 1 } } }]))).toContain(BEST);
  expect(pathsOf(withReasons([{ ...first, tier: 99 }]))).toContain(BEST);
});

test("a ground that tells a higher price than is proven is found, and loses its proof where it is withdrawn", () => {
  const person = proofs[0]?.with[0]?.candidate;
  const outcomes = result.outcomes.map((outcome) => {
    if (outcome.candidate !== person || !("reason" in outcome) || outcome.reason === null || outcome.reason.code === "no-fit")
      return outcome;
    const { price } = outcome.reason;
    return { ...outcome, reason: { ...outcome.reason, price: { ...price, by: 1_000 } } };
  }) as Result["outcomes"];
  expect(pathsOf({ ...result, outcomes })).toContain("/certificate/reasons/0/with/0");
  const index = outcomes.findIndex(({ candidate }) => candidate === person);
  const refuted = { kind: "figure", path: `/outcomes/${index}/reason/price`, reported: 1_000, recomputed: 1 } as const;
  const weaker = withdrawClaims({ ...result, outcomes }, [refuted]);
  expect(weaker?.certificate.reasons?.flatMap((proof) => proof.with.map(({ candidate }) => candidate)) ?? []).not.toContain(
    person,
  );
});

test("proofs are a part of the bundle that is about persons, and a bundle without them is whole", () => {
  const salt = () => "0".repeat(32);
  const { reasons: _, ...bare } = result.certificate;
  for (const one of [result, { ...result, certificate: bare }]) {
    const verdict = verifyBundle(makeBundle({ round: json as never, result: one, salt }));
    expect(verdict).toMatchObject({ issues: [], guarantee: "holds", result: one });
  }
});

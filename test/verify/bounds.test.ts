import { beforeAll, describe, expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import type { BoundCertificate } from "../../engine/domain/bound-certificate.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { solved } from "../engine/run-place.ts";

const TIERS = ["placed", "regional-balance", "delay", "wishes"] as const;
const draft = generateRound({ candidates: 25, seed: 3, seats: 0.8 });
const json = {
  ...draft,
  policy: { ...draft.policy, representativeness: null, tiers: TIERS.map((objective) => ({ objectives: [objective] })) },
};

let round: Round;
let result: Result;
beforeAll(async () => {
  const parsed = parseRoundValue(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  round = parsed.round;
  result = await solved(json);
});

/** Paths of what the verifier finds wrong when one certificate, and the bound its tier reports, are changed. */
function pathsAfter(index: number, change: (certificate: BoundCertificate) => BoundCertificate): readonly string[] {
  const { certificate } = result;
  const bounds = certificate.bounds.map((own, i) => (i === index ? change(own) : own));
  const doctored = { ...result, certificate: { ...certificate, bounds } };
  return verifyResult(round, doctored).flatMap((violation) => (violation.kind === "figure" ? [violation.path] : []));
}

const certificateOf = (tier: number) => {
  const index = result.certificate.bounds.findIndex((certificate) => certificate.tier === tier);
  const certificate = result.certificate.bounds[index];
  if (certificate === undefined) throw new Error(`no certificate for tier ${tier}`);
  return { index, certificate };
};

describe("the certificate of a bound", () => {
  it("is there for the tiers without composition, and the verifier comes to the same bounds", () => {
    expect(new Set(result.certificate.bounds.map(({ tier }) => tier))).toContain(1);
    expect(verifyResult(round, result)).toEqual([]);
  });

  it("is refused when it claims one more or one less than it proves", () => {
    const { index, certificate } = certificateOf(1);
    for (const by of [1, -1]) {
      expect(pathsAfter(index, (own) => ({ ...own, bound: certificate.bound + by }))).toContain(
        `/certificate/bounds/${index}/bound`,
      );
    }
  });

  it("is refused when a price is negative, no whole number, or on a subject the round does not have", () => {
    const { index } = certificateOf(1);
    for (const seats of [{ p01: -1 }, { p01: 0.5 }, { nobody: 1 }]) {
      const paths = pathsAfter(index, (own) => ({ ...own, prices: { ...own.prices, seats } }));
      expect({ seats, paths }).toEqual({ seats, paths: expect.arrayContaining([`/certificate/bounds/${index}/bound`]) });
    }
  });

  it("is refused when it prices its own tier or a later one as if it were settled", () => {
    const { index } = certificateOf(1);
    for (const tier of [1, 2, 99]) {
      const locks = [{ tier, entry: 1, price: 1 }];
      expect(pathsAfter(index, (own) => ({ ...own, prices: { ...own.prices, locks } }))).toContain(
        `/certificate/bounds/${index}/bound`,
      );
    }
  });

  it("is refused when it counts a person outside a band for more than the person is worth", () => {
    const { index } = certificateOf(1);
    const paths = pathsAfter(index, (own) => ({ ...own, prices: { ...own.prices, regions: { BRU: 1 } } }));
    expect(paths).toContain(`/certificate/bounds/${index}/bound`);
  });

  it("is refused when the prices that carry it are left out", () => {
    const { index } = certificateOf(1);
    const none = {
      locks: [],
      missions: {},
      hosts: {},
      seats: {},
      least: {},
      elsewhere: {},
      regions: {},
      lowSkilled: 0,
      placements: 0,
    };
    expect(pathsAfter(index, (own) => ({ ...own, prices: none }))).toContain(`/certificate/bounds/${index}/bound`);
  });
});

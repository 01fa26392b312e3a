import fc from "fast-check";
import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { Pin, Round } from "../../engine/domain/round.ts";
import { at } from "../../engine/model/instance.ts";
import { place } from "../../engine/place.ts";
import { better } from "../../engine/search/allowance.ts";
import { earlierAnswer } from "../../engine/search/earlier-answer.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

/** Rounds with and without the rule on idle seats, solved with so little work that much is left to gain. */
const rounds: readonly Round[] = [
  ...Array.from({ length: 12 }, (_, i) => roundOf(tinyRound(77_000 + i))),
  ...(["composition", "replacement"] as const).map((ground) =>
    roundOf(generateRound({ candidates: 60, seed: 7_700, policy: { ground } })),
  ),
];
const bases: readonly (readonly [Round, Result])[] = (
  await Promise.all(
    rounds.map(
      async (round) => [round, await place({ ...round, limits: { ...round.limits, steps: 2_000 } }, [], ports)] as const,
    ),
  )
).flatMap(([round, base]) => (base.status === "solved" ? [[round, base.result] as const] : []));

interface Draw {
  readonly who: number;
  readonly kind: Pin["kind"];
  readonly to: number;
}

const draws: fc.Arbitrary<readonly Draw[]> = fc.array(
  fc.record({ who: fc.nat(), kind: fc.constantFrom("reserve", "reserve", "forbid", "place"), to: fc.nat() }),
  { minLength: 1, maxLength: 4 },
);

/** A decision about somebody: mostly about who is placed, so that the earlier placement no longer fits. */
function pinOf({ outcomes }: Result, promotions: Round["promotions"], { who, kind, to }: Draw, index: number): Pin {
  const placed = outcomes.filter((outcome) => "promotion" in outcome);
  const among = placed.length > 0 && kind !== "place" ? placed : outcomes;
  const outcome = at(among, who % among.length);
  const own = { candidate: outcome.candidate, path: `/pins/${index}` };
  const any = at(promotions, to % promotions.length).id;
  if (kind === "reserve") return { ...own, kind };
  if (kind === "place") return { ...own, kind, promotion: any, missions: null };
  return { ...own, kind, promotion: "promotion" in outcome ? outcome.promotion : any, missions: null };
}

const quick = (result: Result) => earlierAnswer(result, { boundsHold: false, effort: "quick" });

test("whatever is decided about whom, a quick what-if keeps it and passes the verifier", async () => {
  let solved = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), draws, async (which, decisions) => {
      const [round, result] = at(bases, which % bases.length);
      const made = decisions.map((draw, i) => pinOf(result, round.promotions, draw, i));
      const pins = [...new Map([...round.pins, ...made].map((pin) => [pin.candidate, pin])).values()];
      const outcome = await place({ ...round, pins }, [], ports, quick(result));
      if (outcome.status === "solved") solved++;
      expect(outcome.status === "failed" ? outcome : null).toBeNull();
    }),
    { seed: 20_261_124, numRuns: 150 },
  );
  expect(solved).toBeGreaterThan(75);
});

test("where nothing has changed a quick what-if keeps every lock of the run before it, whatever that had left to gain", async () => {
  let compared = 0;
  for (const [round, result] of bases) {
    const outcome = await place(round, [], ports, quick(result));
    if (outcome.status !== "solved") throw new Error(outcome.status);
    for (const [tier, { limit }] of result.locks.entries()) {
      const { value, sense } = at(outcome.result.tiers, tier);
      const limits = [limit].flat();
      const values = [value].flat();
      const differing = values.findIndex((one, i) => one !== limits[i]);
      const worse = differing >= 0 && better(Number(limits[differing]), Number(values[differing]), sense);
      expect({ round: round.id, tier, worse }).toEqual({ round: round.id, tier, worse: false });
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

import { expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { place } from "../../engine/place.ts";
import { earlierAnswer } from "../../engine/search/earlier-answer.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };
const never = {
  ...ports,
  solver: {
    ...ports.solver,
    solve: () => {
      throw new Error("nobody asks a solver");
    },
  },
};
const SEEDS = Array.from({ length: 16 }, (_, i) => 31_000 + i);

it("a solved round placed again from its own result keeps every value, and its proof, without a solver", async () => {
  let again = 0;
  for (const seed of SEEDS) {
    const round = roundOf(tinyRound(seed));
    const base = await place(round, [], ports);
    if (base.status !== "solved" || base.result.stoppedBy !== "proof") continue;
    // Where later tiers have spent an allowance, the placement alone does not show what they spent it from.
    const { tiers, locks } = base.result;
    if (tiers.some(({ value }, i) => JSON.stringify(value) !== JSON.stringify(locks[i]?.found))) continue;
    const earlier = earlierAnswer(base.result, { boundsHold: true, effort: "quick" });
    const outcome = await solveTiers(buildInstance(round), never, { earlier });
    if (outcome.status !== "solved") throw new Error(outcome.status);
    const after = outcome.stages.flatMap(({ stage, found, bound }) =>
      stage.objectives.includes("lottery") ? [] : [[found, bound]],
    );
    const before = tiers.flatMap(({ objectives, value }) =>
      objectives.includes("lottery") ? [] : [value].flat().map((one) => [one, one]),
    );
    expect({ seed, after }).toEqual({ seed, after: before });
    again++;
  }
  expect(again).toBeGreaterThan(5);
});

it("a placement that no longer fits is repaired, and old bounds are not believed beyond their locks", async () => {
  let repaired = 0;
  for (const seed of SEEDS) {
    const round = roundOf(tinyRound(seed));
    const base = await place(round, [], ports);
    if (base.status !== "solved") continue;
    const gone = base.result.outcomes.find((outcome) => "promotion" in outcome);
    if (gone === undefined) continue;
    const pin = { candidate: gone.candidate, path: "/pins/0", kind: "reserve" } as const;
    const changed = { ...round, pins: [...round.pins.filter(({ candidate }) => candidate !== gone.candidate), pin] };
    const fresh = await place(changed, [], ports);
    const warm = await place(changed, [], ports, earlierAnswer(base.result, { boundsHold: true, effort: "full" }));
    if (fresh.status !== "solved") {
      expect(warm.status).toBe(fresh.status);
      continue;
    }
    const values = (outcome: typeof warm) =>
      outcome.status === "solved"
        ? outcome.result.tiers.filter(({ objectives }) => !objectives.includes("lottery")).map(({ value }) => value)
        : null;
    // A pin to the reserve list takes possibilities away; what it allows beside an idle seat gains nothing in these rounds.
    if (round.pins.every(({ candidate }) => candidate !== gone.candidate))
      expect({ seed, warm: values(warm) }).toEqual({ seed, warm: values(fresh) });
    repaired++;
  }
  expect(repaired).toBeGreaterThan(5);
});

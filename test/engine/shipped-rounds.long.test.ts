import { describe, expect, it } from "vitest";
import expected from "../../datasets/rounds/expected.json" with { type: "json" };
import { shipped, solved } from "./run-place.ts";

describe("the shipped rounds", () => {
  it.each(["tiny", "intake"] as const)("%s: every tier is proven at its expected value", { timeout: 240_000 }, async (name) => {
    const { quality, stoppedBy, tiers, indicators, certificate } = await solved({ ...shipped(name), limits: { seconds: 400 } });
    expect({ quality, stoppedBy }).toEqual({ quality: expected[name].quality, stoppedBy: "proof" });
    // A value may be as far from its optimum as the allowance lets later tiers take it, and which of those placements it is, the draw says.
    const optima = Object.fromEntries(tiers.map((tier) => [tier.objectives.join("+"), tier.bound]));
    expect(optima).toMatchObject(expected[name].optima);
    expect(indicators).toMatchObject(expected[name].outcomes);
    expect(certificate.verified).toBe(true);
  });

  it("national-year: a lawful, verified result within 60 s, with bounds that the proven values respect", {
    timeout: 120_000,
  }, async () => {
    const started = performance.now();
    const { tiers, indicators, certificate, outcomes } = await solved(shipped("national-year"));
    const seconds = (performance.now() - started) / 1000;
    expect(certificate.verified).toBe(true);
    expect(outcomes).toHaveLength(1000);
    expect(indicators.ineligible).toBe(expected["national-year"].ineligible);
    for (const { objectives, value, bound, quality } of tiers) {
      const known = expected["national-year"].proven[objectives.join("+") as "changes"] as number | undefined;
      if (quality === "proven-optimal" && known !== undefined)
        expect({ objectives, value }).toEqual({ objectives, value: known });
      const most = expected["national-year"].atMost[objectives.join("+") as "placed"] as number | undefined;
      if (most !== undefined) expect(value as number).toBeLessThanOrEqual(Math.min(most, bound as number));
      if (!objectives.includes("lottery")) expect(bound).not.toBeNull();
    }
    expect(seconds).toBeLessThan(75);
  });
});

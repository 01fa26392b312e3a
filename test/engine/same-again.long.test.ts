import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { run, shipped } from "./run-place.ts";

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
/** Issues point into the round as it was given; nothing else may know its order. */
const withoutPaths = (value: unknown) => JSON.parse(JSON.stringify(value, (key, part) => (key === "path" ? undefined : part)));

/** The same round with every list that is a set in the opposite order, and the keys of every object too. */
function retold(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) {
    const list = value.map((item) => retold(item));
    return ORDERED.has(key) ? list : list.reverse();
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, name === "choices" ? part : retold(part, name)])
      .reverse(),
  );
}

/** Lists whose order means something: a pair's first mission gives the Region. The missions of the round itself are a set. */
const ORDERED = new Set(["tiers", "objectives", "weights"]);

function retell(round: RoundJson): unknown {
  const { pins, published, promotions, ...rest } = round;
  const members = (promotions ?? []).map((promotion) => ({
    ...promotion,
    ...(promotion.members ? { members: [...promotion.members].reverse() } : {}),
  }));
  return {
    ...(retold(rest) as object),
    promotions: members.reverse(),
    ...(pins ? { pins: [...pins].reverse() } : {}),
    ...(published ? { published: [...published].reverse() } : {}),
  };
}

describe("the same round and seed (G10)", () => {
  it("give the same bytes twice and with every list in another order, on 60 tiny rounds", async () => {
    for (let seed = 5_001; seed <= 5_060; seed++) {
      const round = tinyRound(seed);
      const once = withoutPaths(await run(round));
      expect(digest(withoutPaths(await run(round)))).toBe(digest(once));
      expect(digest(withoutPaths(await run(retell(round))))).toBe(digest(once));
    }
  });

  it("give the same bytes on a round of 90 that is proven", { timeout: 240_000 }, async () => {
    // A run that the clock ends is exempt.
    const round = generateRound({ candidates: 90, seed: 5_061, policy: { ground: "composition" } });
    const once = await run(round);
    expect(once).toMatchObject({ status: "solved", result: { stoppedBy: "proof" } });
    expect(digest(await run(retell(round)))).toBe(digest(once));
  });

  it("give the same bytes when the step budget ends the search", { timeout: 120_000 }, async () => {
    const round = { ...shipped("intake"), limits: { steps: 3_000, seconds: 600 } };
    const once = await run(round);
    expect(once).toMatchObject({ status: "solved", result: { stoppedBy: "steps" } });
    expect(digest(await run(retell(round)))).toBe(digest(once));
  });
});

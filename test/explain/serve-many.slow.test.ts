import { expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { keepOf, openBaseRun } from "../../engine/explain/base-run.ts";
import { placementsOf } from "../../engine/explain/desk.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { priceOf } from "../../engine/explain/price/price.ts";
import { recordsOfStages } from "../../engine/explain/replace-base.ts";
import { questionsOfWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { serveByKernel } from "../../engine/explain/seek/serve-by-kernel.ts";
import { serveByMoves } from "../../engine/explain/seek/serve-by-moves.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { composedRound } from "./composed-round.ts";

const now = () => 0;
const enough = () => openEffort({ steps: 1e9, stepsPerSolve: 1e6, seconds: 1e9 }, { now });

it("whom moves or a kernel serve has a lawful placement that keeps every stage: nothing breaks for them, as the program about each alone says", {
  timeout: 60_000,
}, async () => {
  const solver = checked(await loadHighs());
  const found = { moves: 0, kernel: 0, free: 0, upTo: 0, broken: 0 };
  for (let seed = 1; seed <= 20; seed++) {
    const parsed = parseRoundValue(seed % 2 === 0 ? tinyRound(seed) : composedRound(seed));
    if (!parsed.ok) continue;
    const instance = buildInstance(parsed.round);
    const solved = await solveTiers(instance, { solver, now });
    if (solved.status !== "solved") continue;
    const base = openBaseRun(instance, solved.arcs, recordsOfStages(instance, solved.stages));
    const demands = questionsOfWaiting(base).flatMap((own) =>
      own.map(({ candidate, wanted }) => ({ candidate, arcs: [...wanted] })),
    );
    const byMoves = serveByMoves(base, demands, enough());
    const byKernel = await serveByKernel(base, demands, { solver, effort: enough() });
    found.moves += byMoves.size;
    found.kernel += byKernel.size;
    for (const [i, { candidate, arcs }] of demands.entries()) {
      for (const witness of [byMoves.get(i), byKernel.get(i)]) {
        if (witness === undefined) continue;
        const chosen = witness.arcs();
        expect(chosen.some((arc) => arcs.includes(arc))).toBe(true);
        expect(keepOf(base, base.measure(chosen))).toEqual({ kept: base.stages.length, beyond: 0 });
        expect(verifyPlacements(parsed.round, placementsOf(instance, chosen))).toEqual([]);
      }
      const alone = await priceOf(base, [{ candidate, arcs }], { solver, effort: enough() });
      if (alone.status === "free") found.free += 1;
      else expect(byMoves.has(i) || byKernel.has(i)).toBe(false);
      if (alone.status !== "breaks") continue;
      // Whoever breaks a stage has a placement that keeps all before it.
      const upTo = serveByMoves(base, [{ candidate, arcs }], enough(), alone.stage).get(0);
      found.broken += 1;
      if (upTo === undefined) continue;
      found.upTo += 1;
      expect(upTo.kept).toBe(alone.stage);
      expect(upTo.beyond).toBeGreaterThanOrEqual(alone.by);
      expect(verifyPlacements(parsed.round, placementsOf(instance, upTo.arcs()))).toEqual([]);
    }
  }
  expect(found.moves).toBeGreaterThan(found.free / 2);
  expect(found.kernel).toBeGreaterThan(found.free / 2);
  expect(found.upTo).toBeGreaterThan(found.broken / 2);
});

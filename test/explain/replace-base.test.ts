import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { excess, openBaseRun } from "../../engine/explain/base-run.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { recordsOfStages, replaceBase } from "../../engine/explain/replace-base.ts";
import { seekForWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import { nobodyPlaced } from "./nobody-placed.ts";

const ROUND = new URL("../../datasets/rounds/intake.json", import.meta.url);

it("a placement that takes the run's place spends no allowance twice: it loosens no lock that it keeps", async () => {
  const parsed = parseRound(readFileSync(ROUND, "utf8"));
  if (!parsed.ok) throw new Error("the shipped round can be read");
  const instance = buildInstance(parsed.round);
  // Nobody is placed: every tier with an allowance is where a run would leave it with room to spend.
  const stages = nobodyPlaced(instance, 40);
  const base = openBaseRun(instance, [], recordsOfStages(instance, stages));
  const { sought } = await seekForWaiting(
    instance,
    { arcs: [], stages },
    { now: () => 0 },
    openEffort({ steps: 120, stepsPerSolve: 120, seconds: 1e9 }, { now: () => 0 }),
  );
  const met = sought.flatMap(({ witness }) => (witness === null ? [] : [witness.arcs()])).slice(0, 12);
  expect(met.length).toBe(12);
  for (const arcs of met) {
    const after = recordsOfStages(instance, replaceBase(base, stages, arcs));
    const values = base.measure(arcs);
    base.stages.forEach(({ stage, limit }, i) => {
      const keeps = excess(values[i] ?? 0, limit, stage.sense) <= 0;
      if (keeps) expect(excess(after[i]?.limit ?? 0, limit, stage.sense)).toBeLessThanOrEqual(0);
    });
  }
});

import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { place } from "../../engine/place.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { showProgress } from "../../server/report/progress.ts";
import { roundOf } from "../input/round-of.ts";

/** What a run writes on a terminal, or where there is none. */
async function written(isTTY: boolean): Promise<string> {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  const round = roundOf(generateRound({ candidates: 20, seed: 3 }));
  const { show, showPhase, end } = showProgress(stream as unknown as NodeJS.WriteStream, round);
  const solver = await loadHighs();
  await place(round, [], { solver, now: () => performance.now() / 1000, onProgress: show, onPhase: showPhase });
  end();
  return String(stream.read() ?? "");
}

test("a terminal is told each part of a run, tiers, reasons and verification in turn, and its line is cleared in the end", async () => {
  const text = await written(true);
  const [tier, reasons, verifying] = ["tier 1 of", "looking for the reasons", "verifying"].map((words) => text.indexOf(words));
  expect(tier).toBeGreaterThan(-1);
  expect(reasons).toBeGreaterThan(tier ?? 0);
  expect(verifying).toBeGreaterThan(reasons ?? 0);
  expect(text.endsWith("\r\u001b[K")).toBe(true);
});

test("nothing is written where the output is not a terminal", async () => {
  expect(await written(false)).toBe("");
});

import { randomFrom } from "../../datasets/generator/random.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { place } from "../../engine/place.ts";
import { earlierAnswer } from "../../engine/search/earlier-answer.ts";
import type { RunPorts } from "../../engine/search/run.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { circumstances, loadNow } from "../campaign/circumstances.ts";
import type { WhatIfRecord } from "../campaign/record.ts";
import { type BenchCase, instanceOf } from "../cases/bench-case.ts";
import { drawPatch } from "./draw-patch.ts";

/** Seconds for the year from which the what-ifs start. */
const BASE_SECONDS = 30;

/**
 * Solves the case, then changes it `many` times, each time in one way drawn from the seed, and times each from the change to a result the
 * verifier has accepted: patches applied, round read, placed from the base's placement by moves, verified (quick: reasons are left open). Lawful: those solved.
 */
export async function measureWhatIfs(one: BenchCase, many: number): Promise<WhatIfRecord> {
  const loadBefore = loadNow();
  const now = () => performance.now() / 1000;
  const ports: RunPorts = { solver: checked(await loadHighs()), now };
  const { given, round } = instanceOf(one);
  const base = await place({ ...round, limits: { ...round.limits, seconds: BASE_SECONDS } }, [], ports);
  if (base.status !== "solved") throw new Error(`the base was not solved: ${JSON.stringify(base).slice(0, 300)}`);
  const earlier = earlierAnswer(base.result, { boundsHold: false, effort: "quick" });
  // A decision on somebody who is not eligible is refused, and rightly so.
  const eligible = new Set(
    base.result.outcomes.flatMap(({ candidate, outcome }) => (outcome === "ineligible" ? [] : [candidate])),
  );
  const drawnFrom = { ...given, candidates: given.candidates.filter(({ id }) => eligible.has(id)) };
  const random = randomFrom(one.seed);
  const seconds: number[] = [];
  let lawful = 0;
  for (let number = 0; number < many; number++) {
    const patch = drawPatch(random, drawnFrom, number);
    const began = now();
    const scenario = applyPatches(given, [patch], `${given.id}-what-if-${number}`);
    if (!scenario.ok) throw new Error(`${patch.kind} cannot be applied: ${scenario.issues[0]?.code}`);
    const parsed = parseRoundValue(scenario.round);
    if (!parsed.ok) throw new Error(`${patch.kind} gives no round: ${parsed.issues[0]?.code}`);
    const outcome = await place(parsed.round, parsed.warnings, ports, earlier);
    seconds.push(now() - began);
    if (outcome.status === "solved" && outcome.result.certificate.verified) lawful += 1;
  }
  return { kind: "what-if", case: one, ...circumstances(loadBefore), seconds, lawful };
}

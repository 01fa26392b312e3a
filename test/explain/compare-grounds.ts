import { placementOf } from "../../engine/decode/outcomes.ts";
import type { Ground, GroundCode } from "../../engine/domain/reason.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { groundOf } from "../../engine/explain/ground/ground.ts";
import { questionsOfWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { at } from "../../engine/model/instance.ts";
import { place } from "../../engine/place.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { baseOf } from "./base-of.ts";
import { bruteGround, tryEverything } from "./brute-ground.ts";

/** What came out of comparing every ground of some rounds with trying everything. */
export interface Comparison {
  rounds: number;
  questions: number;
  readonly codes: Map<GroundCode, number>;
  lotteries: number;
  readonly differences: { readonly round: string; readonly candidate: string; readonly found: Told; readonly brute: Told }[];
}

type Told = Pick<Ground, "code" | "price" | "selection">;
const told = ({ code, price, selection }: Ground | Told): Told => ({
  code,
  ...(price === undefined ? {} : { price: { tier: price.tier, by: price.by } }),
  ...(selection === undefined ? {} : { selection }),
});

const ENOUGH = { steps: 1e9, stepsPerSolve: 1e6, seconds: 1e9 };

/** Places a round and compares every ground with brute force: of the reserved for any place, of the deferred for every date passed over. */
export async function compareGrounds(json: RoundJson, solver: Solver, comparison: Comparison): Promise<void> {
  const parsed = parseRoundValue(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { round } = parsed;
  const outcome = await place(round, parsed.warnings, { solver, now: () => 0 });
  if (outcome.status !== "solved") return;
  const { result } = outcome;
  const everything = tryEverything(round, result);
  if (everything === null) return;
  const base = baseOf(round, result);
  const effort = openEffort(ENOUGH, { now: () => 0 });
  comparison.rounds++;
  for (const question of questionsOfWaiting(base).flat()) {
    const candidate = at(round.candidates, question.candidate);
    const wanted = question.wanted.map((arc) => placementOf(base.instance, arc));
    const { ground } = await groundOf({ base, solver, effort }, question);
    const brute = bruteGround(round, result, everything, candidate, wanted, question.deferred);
    comparison.questions++;
    comparison.codes.set(ground.code, (comparison.codes.get(ground.code) ?? 0) + 1);
    if (ground.selection === "lottery") comparison.lotteries++;
    if (JSON.stringify(told(ground)) !== JSON.stringify(told(brute))) {
      comparison.differences.push({ round: round.id, candidate: candidate.id, found: told(ground), brute: told(brute) });
    }
  }
}

export function emptyComparison(): Comparison {
  return { rounds: 0, questions: 0, codes: new Map(), lotteries: 0, differences: [] };
}

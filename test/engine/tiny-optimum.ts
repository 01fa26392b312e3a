import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { Round } from "../../engine/domain/round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { bruteForce } from "./brute-force.ts";
import { everyAssignment } from "./every-assignment.ts";

/** A tiny round with the best value of every tier, per entry; `null` where there is too much to try or nothing is lawful. */
export function tinyOptimum(seed: number): { readonly round: Round; readonly best: readonly (readonly number[])[] } | null {
  const parsed = parseRoundValue(tinyRound(seed));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { round } = parsed;
  const best = everyAssignment(round) === null ? null : bruteForce(round);
  return best === null ? null : { round, best };
}

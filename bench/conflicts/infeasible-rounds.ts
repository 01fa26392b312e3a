import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { Round } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { pinIssues } from "../../engine/formulate/pin-issues.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { Instance } from "../../engine/model/instance.ts";
import type { Solver } from "../../engine/solvers/solver.ts";

/** An infeasible tiny round and the seed it is drawn from. */
export interface InfeasibleRound {
  readonly seed: number;
  readonly instance: Instance;
}

/** Whether a round has a lawful placement; throws where the solver cannot say, which a tiny round leaves it no reason for. */
export async function isFeasible(round: Round, solver: Solver): Promise<boolean> {
  const answer = await solver.solve(formulate(buildInstance(round), [], null).model, {});
  if (answer.status === "optimal" || answer.status === "feasible") return true;
  if (answer.status === "infeasible") return false;
  throw new Error(`round ${round.id}: ${answer.status}`);
}

/** The first so many infeasible tiny rounds from a seed on: pins, `mustHold`, hard quotas, balance and cross-region in every mixture. */
export async function infeasibleRounds(first: number, count: number, solver: Solver): Promise<readonly InfeasibleRound[]> {
  const found: InfeasibleRound[] = [];
  for (let seed = first; found.length < count; seed++) {
    const parsed = parseRoundValue(tinyRound(seed));
    if (!parsed.ok) throw new Error(`tiny round ${seed} is no valid round`);
    const instance = buildInstance(parsed.round);
    if (pinIssues(instance).length > 0 || (await isFeasible(parsed.round, solver))) continue;
    found.push({ seed, instance });
  }
  return found;
}

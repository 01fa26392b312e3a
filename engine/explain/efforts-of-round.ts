import type { Instance } from "../model/instance.ts";
import type { EarlierAnswer } from "../search/earlier-answer.ts";
import type { RunPorts } from "../search/run.ts";
import { type Effort, openEffort } from "./effort.ts";

/**
 * Work for the reasons of a whole round, in steps: moves that serve many people at once; walks for one; linear programs on what breaks before composition
 * counts; kernels that serve many; programs of whole stages about many people at once; programs on what places and seats cannot give with nobody worse off,
 * which are small; programs of whole stages about one person. What is not proven within it is `not-established`. The clock is a safety net.
 */
const STEPS = { moves: 60_000, walks: 20_000, early: 40_000, kernels: 160_000, groups: 120_000, wants: 80_000, stages: 14_000 };
/** Steps of walks per candidate: small rounds are soon through with what walks can find. */
const STEPS_OF_WALKS = 20;
const STEPS_PER_SOLVE = 6_000;
/** When the walks, in rounds with programs about many people after them and in larger ones, and when such programs are over at the latest: parts of those seconds. */
const TIME_FOR_WALKS = 0.6;
const TIME_FOR_WALKS_OF_LARGE = 0.8;
const TIME_FOR_GROUPS = 0.9;
/**
 * Arcs beyond which no program of a whole round is written for a reason of one person, none for those of many, none without composition, and none on places
 * and seats.
 */
const MOST_ARCS = 600;
const MOST_ARCS_FOR_GROUPS = 1_500;
const MOST_ARCS_FOR_EARLY = 30_000;
const MOST_ARCS_FOR_WANTS = 250_000;

/** The parts of the work, each with its own limits. */
export interface Efforts {
  readonly moves: Effort;
  readonly walks: Effort;
  readonly early: Effort;
  readonly kernels: Effort;
  readonly groups: Effort;
  readonly wants: Effort;
  readonly alone: Effort;
}

/** The efforts for a round of this size, from now on; `quick`: none. */
export function effortsOf(
  { round, arcs }: Instance,
  how: EarlierAnswer["effort"],
  seconds: number,
  ports: Pick<RunPorts, "now" | "cancelled">,
): Efforts {
  const effort = (allowed: number, { part = 1, perSolve = STEPS_PER_SOLVE } = {}) => {
    const steps = how === "quick" ? 0 : Math.min(allowed, round.limits.steps);
    return openEffort({ steps, seconds: part * seconds, stepsPerSolve: perSolve }, ports);
  };
  const upTo = (most: number, steps: number) => (arcs.count <= most ? steps : 0);
  const stepsOfWalks = STEPS_OF_WALKS * round.candidates.length;
  const isSmall = arcs.count <= MOST_ARCS_FOR_GROUPS;
  const part = isSmall ? TIME_FOR_WALKS : TIME_FOR_WALKS_OF_LARGE;
  return {
    moves: effort(Math.min(STEPS.moves, stepsOfWalks), { part }),
    walks: effort(Math.min(STEPS.walks, stepsOfWalks), { part }),
    early: effort(upTo(MOST_ARCS_FOR_EARLY, STEPS.early)),
    kernels: effort(isSmall ? 0 : upTo(MOST_ARCS_FOR_EARLY, STEPS.kernels), { part: TIME_FOR_GROUPS, perSolve: STEPS.kernels }),
    groups: effort(upTo(MOST_ARCS_FOR_GROUPS, STEPS.groups), { part: TIME_FOR_GROUPS, perSolve: STEPS.groups }),
    wants: effort(upTo(MOST_ARCS_FOR_WANTS, STEPS.wants)),
    alone: effort(upTo(MOST_ARCS, STEPS.stages)),
  };
}

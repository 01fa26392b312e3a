import { isComposition } from "../../domain/composition.ts";
import { type Stage, stagesOf } from "../../formulate/stages.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { SolveLimit } from "../../solvers/solver.ts";
import { better } from "../allowance.ts";
import { programBound } from "../bounds/assignment-bound.ts";
import type { SearchPorts } from "../search-ports.ts";
import { THOROUGH_BOUNDS } from "./bound-makers.ts";
import type { BoundTask } from "./bound-task.ts";
import type { BoundAnswer, BoundMaker, BoundQuestion } from "./stage-bound.ts";

/** Arcs whose relaxation is written in a second, which looks at no clock: with less time than that nothing is begun. */
const ARCS_PER_SECOND = 50_000;

/** The tightest bound of all thorough makers; `null` where none has anything to say. The same task gives the same answer anywhere unless the clock ends it. */
export async function answerBoundTask(
  instance: Instance,
  { locks, arcs, value, maxSteps, maxSeconds }: BoundTask,
  ports: SearchPorts,
): Promise<BoundAnswer | null> {
  const stages = stagesOf(instance);
  if (maxSeconds < instance.arcs.count / ARCS_PER_SECOND)
    return { bound: at(stages, locks.length).ideal, steps: 0, limit: "time" };
  const ends = ports.now() + maxSeconds;
  let best: BoundAnswer | null = null;
  let steps = 0;
  let limit: SolveLimit | null = null;
  for (const make of makersFor(stages.slice(0, locks.length + 1))) {
    const question: BoundQuestion = {
      instance,
      stages,
      locks: locks.map((lock, i) => ({ stage: at(stages, i), ...lock })),
      arcs,
      value,
      bound: best?.bound ?? at(stages, locks.length).ideal,
      maxSteps: maxSteps - steps,
      maxSeconds: Math.max(0, ends - ports.now()),
      memory: new Map(),
    };
    const answer = await make(question, ports);
    if (answer === null) continue;
    steps += answer.steps;
    const { sense } = at(stages, locks.length);
    if (best === null || better(best.bound, answer.bound, sense)) best = answer;
    limit = answer.limit;
    if (limit !== null || best.bound === value) break;
  }
  if (best === null) return null;
  // Placements and what looks them up stay where they were found.
  const { near: _, guide: __, ...data } = best;
  return { ...data, steps, limit };
}

/** Before composition counts, the last of some stages is bounded by a linear program; composition has bounds of its own. */
function makersFor(stages: readonly Stage[]): readonly BoundMaker[] {
  return stages.some(({ objectives }) => isComposition(objectives)) ? THOROUGH_BOUNDS : [programBound];
}

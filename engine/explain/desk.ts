import type { Result } from "../domain/result.ts";
import type { Placement, Round } from "../domain/round.ts";
import { buildInstance } from "../formulate/build-instance.ts";
import { at, type Instance } from "../model/instance.ts";
import type { RunPorts } from "../search/run.ts";
import { type BaseRun, openBaseRun, recordsOf } from "./base-run.ts";
import { openEffort } from "./effort.ts";
import type { Workshop } from "./ground/ground.ts";
import { placedArcs } from "./placed-arcs.ts";

/** How much work answering about one candidate may take: `steps` the same way on every machine, `seconds` as a safety net. */
export interface ExplainOptions {
  readonly steps?: number;
  readonly seconds?: number;
}

/** Steps of one explanation, and of one solve in it. */
const STEPS = 120_000;
const STEPS_PER_SOLVE = 20_000;
const SECONDS = 30;

/** Opens a verified result of a round; a run may have been given its own seed. */
export function openDesk(round: Round, result: Result, ports: RunPorts, options: ExplainOptions = {}): Workshop {
  const instance = buildInstance({ ...round, seed: result.certificate.seed });
  const base = openBaseRun(instance, placedArcs(instance, result), recordsOf(result));
  return deskOn(base, ports, options);
}

function deskOn(base: BaseRun, ports: RunPorts, { steps = STEPS, seconds = SECONDS }: ExplainOptions): Workshop {
  const effort = openEffort({ steps, seconds, stepsPerSolve: STEPS_PER_SOLVE }, ports);
  return { base, solver: ports.solver, effort };
}

/** Position of a candidate in the round, or -1. */
export function candidateIndex({ base }: Workshop, id: string): number {
  return base.instance.round.candidates.findIndex((candidate) => candidate.id === id);
}

/** The placements that arcs stand for. */
export function placementsOf({ round, arcs }: Instance, chosen: readonly number[]): readonly Placement[] {
  return chosen.map((arc) => {
    const { candidate, promotion, missions } = arcs.get(arc);
    return {
      candidate: at(round.candidates, candidate).id,
      promotion: at(round.promotions, promotion).id,
      missions: missions.map((mission) => at(round.missions, mission).id),
    };
  });
}

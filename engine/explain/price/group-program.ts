import { isComposition } from "../../domain/composition.ts";
import { type Formulation, formulate, type StageLock } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { SolveTask } from "../../search/crew/crew.ts";
import { keepSizes } from "../../search/programs/keep-sizes.ts";
import type { SolveResult } from "../../solvers/solver.ts";
import { type BaseRun, excess } from "../base-run.ts";
import { anyOfThem, type Demand } from "../demand.ts";
import type { Witness } from "../walk/walk.ts";

/** Demands whose best placements known break the same stage, and how far that may go beyond its lock. */
export interface GroupQuestion {
  readonly group: readonly { readonly demand: Demand; readonly witness: Witness | null }[];
  /** Index of the stage, -1: the rules alone. */
  readonly stage: number;
  readonly beyond: number;
}

/** The same of a stage that is to be kept. */
type ServingQuestion = Omit<GroupQuestion, "beyond">;

/** A program about a group of demands. */
export interface GroupProgram {
  readonly model: LinearModel;
  readonly request: Pick<SolveTask["request"], "start" | "improveStart" | "goodEnough">;
  readonly decode: (point: Float64Array) => readonly number[];
  /** By how much the stage goes beyond its lock at least with any of them met, as far as an answer proves it; 0: not at all. */
  readonly leastIn: (answer: SolveResult) => number;
}

/** Bounds are rounded to whole numbers already. */
const TOLERANCE = 1e-6;

/**
 * As many demands as possible with the stages up to one kept:
 *
 *     maximise   sum of x over their arcs        where every rule holds and value[i](x) is within limit[i] for every i <= stage
 *
 * If fewer than one can be met, the stage breaks for each of them.
 */
export function mostServed(base: BaseRun, about: ServingQuestion): GroupProgram {
  const { model, complete, decode } = servingProgram(base, about);
  return {
    model,
    request: { start: complete(base.arcs), improveStart: true },
    decode,
    leastIn: (answer) => ("bound" in answer && answer.bound !== null && answer.bound < 1 - TOLERANCE ? 1 : 0),
  };
}

/**
 * The same where every promotion has as many people as in the base run: soon solved (`search/keep-sizes.ts`), and what it does not find is no proof.
 */
export function mostServedInSizes(base: BaseRun, about: ServingQuestion): GroupProgram {
  const formulation = servingProgram(base, about);
  const start = formulation.complete(base.arcs);
  return {
    model: keepSizes(base.instance, formulation, start),
    request: { start, improveStart: true },
    decode: formulation.decode,
    leastIn: () => 0,
  };
}

function servingProgram(base: BaseRun, { group, stage }: ServingQuestion): Formulation {
  const formulation = formulate(base.instance, locksBefore(base, stage + 1), null);
  const demands = group.map(({ demand }) => demand);
  return { ...formulation, model: serving(formulation.model, demands) };
}

/** The model with the number of demands that are met for its objective. */
export function serving(model: LinearModel, demands: readonly Demand[]): LinearModel {
  const colCost = new Float64Array(model.numCols);
  for (const { arcs } of demands) for (const arc of arcs) colCost[arc] = 1;
  return { ...model, sense: "maximise", offset: 0, colCost };
}

/**
 * The best value of a stage with any of the demands met:
 *
 *     optimise   value[stage](x)     where every rule holds, value[i](x) is within limit[i] for every i < stage, sum of x over their arcs >= 1
 *
 * from the best placement known. Its bound holds for each of them; a value within the lock and `beyond` is good enough. The solver's own
 * searches are for compositions: elsewhere the programs with kept sizes (`mostServedInSizes`) have found what there was, and they cost as much again.
 */
export function cheapestWithAny(base: BaseRun, { group, stage: index, beyond }: GroupQuestion): GroupProgram {
  const { stage, limit } = at(base.stages, index);
  const { model, complete, decode } = formulate(base.instance, locksBefore(base, index), stage);
  const known = group.flatMap(({ witness }) => witness ?? []);
  const best = known.reduce<Witness | null>((least, one) => (least === null || one.beyond < least.beyond ? one : least), null);
  return {
    model: anyOfThem(
      model,
      group.map(({ demand }) => demand),
    ),
    request: {
      ...(best === null ? {} : { start: complete(best.arcs()) }),
      improveStart: best === null || isComposition(stage.objectives),
      goodEnough: stage.sense === "minimise" ? limit + beyond : limit - beyond,
    },
    decode,
    leastIn: (answer) => {
      const bound = "bound" in answer ? answer.bound : null;
      return bound === null ? 0 : Math.max(0, Math.ceil(excess(bound, limit, stage.sense) - TOLERANCE));
    },
  };
}

/** The locks of the first stages. */
function locksBefore({ stages }: BaseRun, count: number): readonly StageLock[] {
  return stages.slice(0, count).map(({ stage, limit, bound }) => ({ stage, limit, bound }));
}

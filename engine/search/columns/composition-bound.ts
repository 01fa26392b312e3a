import { at } from "../../model/instance.ts";
import type { RunPorts } from "../run.ts";
import type { BoundAnswer, BoundMaker, BoundQuestion } from "../stage-bound.ts";
import { ascend } from "./ascend.ts";
import { certify, PRICE_UNIT } from "./certify.ts";
import { type Lagrangian, openLagrangian } from "./lagrangian.ts";
import { relaxStage } from "./relaxation.ts";

/** Pivots (about 3 microseconds each) that count as one step of the budget. */
const WORK_PER_STEP = 50;
/** A first, coarse ascent finds the order of magnitude of the prices, a second one refines them. */
const COARSE = { evaluations: 200, firstStep: 8, lastStep: 0.05 } as const;
const FINE = { evaluations: 2_500, firstStep: 2, lastStep: 0.001 } as const;

/**
 * Bound on representativeness by columns that are whole lawful compositions of one promotion (Dantzig and Wolfe 1960), found as
 * the Lagrangian dual of the rows between promotions: see `Lagrangian`.
 */
export const compositionBound: BoundMaker = async (question, ports) => {
  const stage = at(question.stages, question.locks.length);
  if (stage.objectives.length !== 1 || stage.objectives[0] !== "representativeness") return null;
  return boundTotal(question, ports);
};

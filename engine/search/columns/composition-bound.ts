import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import type { ObjectiveId } from "../../domain/policy.ts";
import { at } from "../../model/instance.ts";
import type { RunPorts } from "../run.ts";
import type { BoundAnswer, BoundMaker, BoundQuestion } from "../stage-bound.ts";
import type { Stretch } from "./ascend.ts";
import { certify } from "./certify.ts";
import { compositionCertificate } from "./composition-certificate.ts";
import { openLagrangian } from "./lagrangian.ts";
import { relaxStage } from "./relaxation.ts";
import { searchPrices } from "./search-prices.ts";
import { boundWorst } from "./worst-promotion-bound.ts";

/**
 * Short steps first, as prices that have grown too far take long to come back; then long ones, for rounds in which prices are high. Each
 * starts from the best before (bench/LESSONS.md has the comparison).
 */
const STRETCHES: readonly Stretch[] = [
  { evaluations: 300, firstStep: 2, lastStep: 0.01, momentum: 0.95, memory: 0.9 },
  { evaluations: 300, firstStep: 0.5, lastStep: 0.002, momentum: 0.9, memory: 0.99 },
  { evaluations: 800, firstStep: 8, lastStep: 0.002, momentum: 0.9, memory: 0.99 },
];
/** What rounding prices to millionths may cost. */
const SAFETY = 1e-3;

/**
 * Bounds on representativeness and worst-promotion by columns that are whole lawful compositions of one promotion (Dantzig and Wolfe
 * 1960), found as the Lagrangian dual of the rows between promotions: see `Lagrangian`.
 */
export const compositionBound: BoundMaker = async (question, ports) => {
  const { objectives } = at(question.stages, question.locks.length);
  // To write the rows of so many arcs would take longer than all that is allowed.
  if (question.instance.arcs.count > question.maxSteps) return null;
  const is = (id: ObjectiveId) => objectives.length === 1 && objectives[0] === id;
  if (is("representativeness")) return boundTotal(question, ports);
  return is("worst-promotion") ? boundWorst(question, ports) : null;
};

/** Persons outside all promotions' bands, at least. */
function boundTotal({ instance, stages, locks, value, maxSteps, maxSeconds }: BoundQuestion, ports: RunPorts): BoundAnswer {
  const lagrangian = openLagrangian(relaxStage(instance, locks));
  const { multipliers, steps, limit } = searchPrices(
    {
      lagrangian,
      multipliers: new Float64Array(lagrangian.size),
      stretches: STRETCHES,
      enough: value - 1 + SAFETY,
      maxSteps,
      until: ports.now() + maxSeconds,
    },
    ports,
  );
  const certified = certify(lagrangian, multipliers);
  const bound = Math.ceil((certified?.value ?? 0) / PRICE_UNIT);
  // Nothing is below 0 anyway.
  if (certified === null || bound <= 0) return { bound: 0, steps, limit };
  return { bound, steps, limit, certificate: compositionCertificate(lagrangian, certified, at(stages, locks.length), bound) };
}

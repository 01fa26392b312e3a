import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { isComposition } from "../../domain/composition.ts";
import { isOfDaysOrWishes } from "../../domain/days-and-wishes.ts";
import { at } from "../../model/instance.ts";
import type { BoundAnswer, BoundMaker, BoundQuestion, NearPlacement } from "../crew/stage-bound.ts";
import { isSolvedWhole } from "../round-size.ts";
import type { SearchPorts } from "../search-ports.ts";
import { startNear } from "../start/start-near.ts";
import type { Stretch } from "./ascend.ts";
import { certify } from "./certify.ts";
import { compositionCertificate } from "./composition-certificate.ts";
import { type Lagrangian, openLagrangian } from "./lagrangian.ts";
import { type LinearPrices, linearPrices, type StageProgram } from "./linear-prices.ts";
import { withMeans } from "./mean-shares.ts";
import { objectiveOf, relaxStage } from "./relaxation.ts";
import { searchPrices } from "./search-prices.ts";
import { boundWorst } from "./worst-promotion-bound.ts";

/** Short steps, as prices that have grown too far take long to come back: most of what there is to prove in little time. */
const SHORT: Stretch = { evaluations: 300, firstStep: 1, lastStep: 0.01, momentum: 0.95, memory: 0.9 };
/** Long steps, for rounds in which prices are high. */
const LONG: Stretch = { evaluations: 800, firstStep: 8, lastStep: 0.002, momentum: 0.9, memory: 0.99 };
/** Each stretch starts from the best before (bench/LESSONS.md has the comparison). */
const STRETCHES: readonly Stretch[] = [
  { ...SHORT, firstStep: 2 },
  { evaluations: 300, firstStep: 0.5, lastStep: 0.002, momentum: 0.9, memory: 0.99 },
  LONG,
];
/** With many promotions prices settle slowly: more evaluations at still shorter steps. */
const STRETCHES_OF_MANY: readonly Stretch[] = [SHORT, { ...SHORT, evaluations: 1_200, firstStep: 0.5, lastStep: 0.005 }, LONG];
/** From the duals of the linear program: steps so short that they do not lead away from them. */
const STRETCHES_AT_DUALS: readonly Stretch[] = [
  { ...SHORT, firstStep: 0.02, lastStep: 0.001 },
  { ...SHORT, evaluations: 600, firstStep: 0.01, lastStep: 0.001, memory: 0.99 },
];
/** Where rows on idle seats, which no price knows, keep the bound on days and wishes far from what is found, longer steps close nothing more (bench/LESSONS.md). */
const STRETCHES_OF_SUMS: readonly Stretch[] = STRETCHES.slice(0, 1);
/** Promotions beyond which there are many. */
const FEW_PROMOTIONS = 25;
/** Arcs beyond which the linear program takes too long; steps that surely solve one, per arc, and arcs of one that is surely solved in a second. */
const MOST_ARCS_FOR_PROGRAM = 30_000;
const STEPS_PER_ARC = 2;
const ARCS_PER_SECOND = 2_500;
/** Part of the seconds that it may take: cut short it says nothing, and the rest is for an ascent without it. */
const PART_FOR_PROGRAM = 0.5;
/** What rounding prices to millionths may cost. */
const SAFETY = 1e-3;

/**
 * Bounds on representativeness, worst-promotion and every later sum over arcs by columns that are whole lawful compositions of one promotion
 * (Dantzig and Wolfe 1960), found as the Lagrangian dual of the rows between promotions: see `Lagrangian`.
 */
export const compositionBound: BoundMaker = async (question, ports) => {
  const { objectives } = at(question.stages, question.locks.length);
  // To write the rows of so many arcs would take longer than all that is allowed.
  if (question.instance.arcs.count > question.maxSteps) return null;
  // The draw has nothing to prove.
  if (objectives.includes("lottery")) return null;
  if (objectives.length === 1 && objectives[0] === "worst-promotion") return boundWorst(question, ports);
  const opened = openSum(programOf(question));
  if (opened === null) return null;
  const { instance } = question;
  const { promotions, policy } = instance.round;
  if (promotions.length <= FEW_PROMOTIONS) {
    const isFarOff = policy.deferralGround === "replacement" && isSolvedWhole(instance) && isOfDaysOrWishes(objectives);
    return boundSum(question, opened, ports, isFarOff ? STRETCHES_OF_SUMS : STRETCHES);
  }
  const ends = ports.now() + question.maxSeconds;
  const { multipliers, steps } = await pricesAhead(question, opened, ports);
  const left = { ...question, maxSteps: Math.max(0, question.maxSteps - steps), maxSeconds: Math.max(0, ends - ports.now()) };
  const answer =
    multipliers === null
      ? boundSum(left, opened, ports, STRETCHES_OF_MANY)
      : boundSum(left, opened, ports, STRETCHES_AT_DUALS, multipliers);
  return answer === null ? null : { ...answer, steps: steps + answer.steps };
};

/** A first bound on representativeness by the short steps alone, with placements near the compositions that the ascent chose. */
export const nearCompositions: BoundMaker = async (question, ports) => {
  const { instance, stages, locks, maxSteps } = question;
  const isOwn = at(stages, locks.length).objectives.includes("representativeness");
  if (!isOwn || instance.arcs.count > maxSteps) return null;
  const nearTo =
    (own: Float64Array): NearPlacement =>
    (random) =>
      startNear(instance, own, (arc) => [arc], random);
  const opened = openSum(programOf(question));
  if (opened === null) return null;
  const watched = withMeans(opened);
  const answer = boundSum(question, watched.lagrangian, ports, [SHORT]);
  return answer === null ? null : { ...answer, near: watched.means.map(nearTo) };
};

/** Shares of a person on each arc in the answer of a stage's linear program, without a bound; none where it is cut short or has nothing to say. */
export async function sharesOfArcs(program: StageProgram, ports: SearchPorts): Promise<Omit<LinearPrices, "multipliers">> {
  const opened = openSum(program);
  const isInReach = program.instance.arcs.count <= MOST_ARCS_FOR_PROGRAM;
  return opened === null || !isInReach ? { shares: new Float64Array(0), steps: 0 } : linearPrices(opened, program, ports);
}

/** The duals of the linear program, where it is not too large and there is enough left for it: cut short it says nothing. */
async function pricesAhead(question: BoundQuestion, lagrangian: Lagrangian, ports: SearchPorts): Promise<LinearPrices> {
  const { count } = question.instance.arcs;
  const isInReach =
    count <= MOST_ARCS_FOR_PROGRAM &&
    STEPS_PER_ARC * count <= question.maxSteps &&
    question.maxSeconds >= count / ARCS_PER_SECOND;
  return isInReach
    ? linearPrices(lagrangian, { ...programOf(question), maxSeconds: PART_FOR_PROGRAM * question.maxSeconds }, ports)
    : { multipliers: null, shares: new Float64Array(0), steps: 0 };
}

const programOf = (question: BoundQuestion): StageProgram => ({ ...question, stage: at(question.stages, question.locks.length) });

/** The Lagrangian dual of a sum over arcs and persons outside the bands, under locks on composition or with composition in it; `null` for other stages. */
function openSum({ instance, stage, locks }: Pick<StageProgram, "instance" | "stage" | "locks">): Lagrangian | null {
  const objective = objectiveOf(instance, stage);
  if (objective === null || (objective.weight === 0 && !locks.some(({ stage: { objectives } }) => isComposition(objectives))))
    return null;
  return openLagrangian(relaxStage(instance, locks, objective));
}

/** Ascends from the multipliers, or from 0, and certifies what the best prove. */
function boundSum(
  { stages, locks, value, maxSteps, maxSeconds }: BoundQuestion,
  lagrangian: Lagrangian,
  ports: SearchPorts,
  stretches: readonly Stretch[],
  from: Float64Array = new Float64Array(lagrangian.size),
): BoundAnswer | null {
  const stage = at(stages, locks.length);
  const sign = stage.sense === "minimise" ? 1 : -1;
  const { multipliers, steps, limit } = searchPrices(
    { lagrangian, multipliers: from, stretches, enough: sign * value - 1 + SAFETY, maxSteps, until: ports.now() + maxSeconds },
    ports,
  );
  const certified = certify(lagrangian, multipliers);
  if (certified === null) return null;
  const bound = sign * Math.ceil(certified.value / PRICE_UNIT) + 0;
  const certificate = compositionCertificate(lagrangian, certified, stage, bound);
  return { bound, steps, limit, multipliers, certificate };
}

import { at } from "../../model/instance.ts";
import { solveAll } from "../../search/crew/solve-all.ts";
import type { RunPorts } from "../../search/run.ts";
import { type BaseRun, keepOf } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { isBetter } from "../walk/strain.ts";
import type { Witness } from "../walk/walk.ts";
import { dealt, keptBy, keyOf, LEVELS, type Level, largest, type Open, statesOf, unserved, unsettled } from "./group-levels.ts";
import { cheapestWithAny, type GroupProgram, type GroupQuestion, mostServed, mostServedInSizes } from "./group-program.ts";
import type { Price } from "./price.ts";

/** What group prices are asked with. */
export interface GroupPorts extends Pick<RunPorts, "solver" | "crew"> {
  readonly effort: Effort;
}

/** Most steps of a program of a whole stage, and for each of the people it is about: the last few are not worth what all others cost together. */
const STEPS_OF_PROGRAM = 5_000;
const STEPS_PER_PERSON = 1_000;
/** Most steps of a program with the sizes of the base run: nearly all take far fewer. */
const STEPS_IN_SIZES = 5_000;
/**
 * The prices of many demands at once, each for itself. First placements are found that serve as many of them as possible, with the sizes of the base run's
 * promotions. Then, of the two stages that most of those left break, those before composition first, it is asked what each costs at best with any of them, at the same time (of
 * the only one left, in two parts): whoever the placement found serves goes on to a later stage, and where the best goes beyond the lock, the stage breaks
 * first for the whole part. What the effort leaves open is `not-established`; without any placement it has no price in the answer. Indices into `asked`.
 */
export async function groupPrices(
  base: BaseRun,
  asked: readonly { readonly demand: Demand; readonly witness: Witness | null }[],
  ports: GroupPorts,
): Promise<ReadonlyMap<number, Price>> {
  const open = asked.map(({ demand, witness }, index): Open => ({ index, demand, witness, least: 0 }));
  await serveInSizes(base, open, ports);
  const stuck = new Set<string>();
  for (
    let next = largest(base, unsettled(base, open, stuck));
    next.length > 0;
    next = largest(base, unsettled(base, open, stuck))
  ) {
    const before = next.map(statesOf);
    const parts = next.length < LEVELS ? next.flatMap(dealt) : next;
    const helped = await atOnce(
      base,
      open,
      parts.map((level) => ({
        ...level,
        write: level.stage < 0 ? mostServed : cheapestWithAny,
        most: STEPS_OF_PROGRAM + STEPS_PER_PERSON * level.group.length,
      })),
      ports,
    );
    if (helped === null) break;
    next.forEach((level, i) => {
      if (statesOf(level) === before[i]) stuck.add(keyOf(level));
    });
  }
  return new Map(
    open.flatMap((one) => {
      const price = priceIn(base, one);
      return price === null ? [] : [[one.index, price]];
    }),
  );
}

/**
 * Finds placements, with the sizes of the base run, that serve as many as possible of those who break a stage or one before it, again for those left until
 * nobody is served better: of the two stages that most of those left break, at the same time.
 */
async function serveInSizes(base: BaseRun, open: readonly Open[], ports: GroupPorts): Promise<void> {
  const done = new Set<number>();
  const upTo = (stage: number): Level => ({ group: open.filter((one) => keptBy(one) <= stage), stage, beyond: 0 });
  for (
    let next = largest(base, unserved(base, open, done)).map(({ stage }) => upTo(stage));
    next.length > 0;
    next = largest(base, unserved(base, open, done)).map(({ stage }) => upTo(stage))
  ) {
    const helped = await atOnce(
      base,
      open,
      next.map((level) => ({ ...level, write: mostServedInSizes, most: STEPS_IN_SIZES })),
      ports,
    );
    if (helped === null) return;
    next.forEach(({ stage }, i) => {
      if (!helped[i]) done.add(stage);
    });
  }
}

function priceIn({ stages }: BaseRun, { witness, least }: Open): Price | null {
  if (witness === null) return least === 0 ? null : { status: "unlawful" };
  const [arcs, { kept: stage, beyond: atMost }] = [witness.arcs(), witness];
  if (stage === stages.length) return { status: "free", arcs };
  if (least === 0) return { status: "not-established", stage, atMost, arcs };
  return { status: "breaks", stage, by: Math.min(least, atMost), atMost, arcs };
}

interface Question extends Level {
  readonly write: (base: BaseRun, about: GroupQuestion) => GroupProgram;
  /** Most steps. */
  readonly most: number;
}

/**
 * Solves programs about groups at the same time and takes over what they show: whether each helped somebody of its group beyond those before it;
 * `null` where the effort is at its end.
 */
async function atOnce(
  base: BaseRun,
  open: readonly Open[],
  questions: readonly Question[],
  { effort, ...ports }: GroupPorts,
): Promise<readonly boolean[] | null> {
  if (!effort.isLeft()) return null;
  const written = questions.map(({ write, ...about }) => write(base, about));
  const tasks = written.flatMap(({ model, request }, i) => {
    const { maxSteps = 0, maxSeconds = 0 } = effort.next(model) ?? {};
    return maxSteps <= 0
      ? []
      : [{ model, request: { maxSteps: Math.min(maxSteps, at(questions, i).most), maxSeconds, ...request } }];
  });
  if (tasks.length < written.length) return null;
  const answers = await solveAll(ports, tasks);
  return answers.map((answer, i) => {
    effort.spend(answer.steps);
    const before = statesOf(at(questions, i));
    const { decode, leastIn } = at(written, i);
    if (answer.status === "optimal" || answer.status === "feasible") spread(base, open, decode(answer.point));
    const least = leastIn(answer);
    // What is kept by now was served by a placement: nothing is proven of it.
    for (const one of at(questions, i).group) if (keptBy(one) === at(questions, i).stage) one.least = Math.max(one.least, least);
    return statesOf(at(questions, i)) !== before;
  });
}

/** Takes a placement as the witness of all whom it serves better than what was known. */
function spread(base: BaseRun, open: readonly Open[], arcs: readonly number[]): void {
  const chosen = new Set(arcs);
  const keep = keepOf(base, base.measure(arcs));
  for (const one of open) {
    if (!one.demand.arcs.some((arc) => chosen.has(arc)) || !isBetter(keep, one.witness)) continue;
    one.witness = { ...keep, arcs: () => arcs };
  }
}

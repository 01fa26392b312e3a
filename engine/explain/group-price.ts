import { isComposition } from "../domain/composition.ts";
import { at } from "../model/instance.ts";
import type { RunPorts } from "../search/run.ts";
import { solveAll } from "../search/solve-all.ts";
import { type BaseRun, keepOf } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import { isOnlyComposition } from "./ground-codes.ts";
import { cheapestWithAny, type GroupProgram, type GroupQuestion, mostServed, mostServedInSizes } from "./group-program.ts";
import type { Price } from "./price.ts";
import { isBetter } from "./strain.ts";
import type { Witness } from "./walk.ts";

/** A demand with the best placement known that meets it. */
interface Open {
  readonly index: number;
  readonly demand: Demand;
  witness: Witness | null;
  /** How far the stage after those that the witness keeps is proven to go beyond its lock, 0 where nothing is. */
  least: number;
}

/** What group prices are asked with. */
export interface GroupPorts extends Pick<RunPorts, "solver" | "crew"> {
  readonly effort: Effort;
}

/** Stages a witness keeps; -1 without one: then no lawful placement is known. */
const keptBy = ({ witness }: Open) => witness?.kept ?? -1;
const beyondOf = ({ witness }: Open) => witness?.beyond ?? Infinity;

/** Parts of a group that are asked about at the same time, whatever the number of threads. */
const PARTS = 2;
/** Most steps of a program with the sizes of the base run: nearly all take far fewer. */
const STEPS_IN_SIZES = 5_000;
/** How many times an amount that is only known to lie in an interval is asked for again. */
const MOST_REFINEMENTS = 3;

/**
 * The prices of many demands at once, each for itself. First placements are found that serve as many of them as possible, with the sizes of the base run's promotions. Then, of
 * the stage that most of those left break, those before composition first, it is asked what it costs at best with any of them, in parts at the same
 * time: whoever the placement found serves goes on to a later stage, and where the best goes beyond the lock, the stage breaks first for the whole
 * part. What the effort leaves open is `not-established`; without any placement it has no price in the answer. Indices into `asked`.
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
    next.group.length > 0;
    next = largest(base, unsettled(base, open, stuck))
  ) {
    const write = next.stage < 0 ? mostServed : cheapestWithAny;
    const before = next.group.map(stateOf).join();
    const isLeft = await atOnce(
      base,
      open,
      dealt(next.group).map((group) => ({ ...next, write, group })),
      ports,
    );
    if (!isLeft) break;
    if (next.group.map(stateOf).join() === before) stuck.add(keyOf(next));
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
 * nobody is served better: at first with every stage kept, then of the stage that most of those left break.
 */
async function serveInSizes(base: BaseRun, open: readonly Open[], ports: GroupPorts): Promise<void> {
  const done = new Set<number>();
  for (let stage = base.stages.length - 1; stage >= 0; stage = largest(base, unserved(base, open, done)).stage) {
    const group = open.filter((one) => keptBy(one) <= stage);
    const before = group.map(stateOf).join();
    const question: Question = { write: mostServedInSizes, group, stage, beyond: 0 };
    const isLeft = await atOnce(base, open, [question], ports, STEPS_IN_SIZES);
    if (!isLeft) return;
    if (group.map(stateOf).join() === before) done.add(stage);
  }
}

/** Who has a placement that breaks a stage at which somebody may still be served better. */
function unserved({ stages }: BaseRun, open: readonly Open[], done: ReadonlySet<number>): readonly Open[] {
  return open.filter((one) => keptBy(one) >= 0 && keptBy(one) < stages.length && !done.has(keptBy(one)));
}

/** What is known of a demand, in a word. */
const stateOf = (one: Open) => `${keptBy(one)} ${beyondOf(one)} ${one.least}`;

/** A stage and how far it may go beyond its lock, with those of whom that is open. */
type Level = Omit<Question, "write">;

const keyOf = ({ stage, beyond }: Omit<Level, "group">) => `${stage} ${beyond}`;

/**
 * Those without a price, but for levels at which nothing more is found; else those whose price is an interval where that is no ground: of composition
 * (`ground.ts`).
 */
function unsettled({ stages }: BaseRun, open: readonly Open[], stuck: ReadonlySet<string>): readonly Open[] {
  const isOpen = (one: Open) => keptBy(one) < stages.length && !stuck.has(keyOf({ stage: keptBy(one), beyond: one.least }));
  const unpriced = open.filter((one) => one.least === 0 && isOpen(one));
  if (unpriced.length > 0) return unpriced;
  const isWide = (one: Open) => one.least <= MOST_REFINEMENTS && beyondOf(one) > one.least;
  return open.filter((one) => {
    const stage = stages[keptBy(one)]?.stage;
    return one.least > 0 && stage !== undefined && isOnlyComposition(stage.objectives) && isWide(one) && isOpen(one);
  });
}

/** The level at which most of them are, those before composition first: their programs are soon solved. Of two the earlier stage. */
function largest({ stages }: BaseRun, open: readonly Open[]): Level {
  const composed = stages.findIndex(({ stage }) => isComposition(stage.objectives));
  const isSoon = ({ stage }: Level) => (stage < composed ? 1 : 0);
  const levels = [...Map.groupBy(open, (one) => keyOf({ stage: keptBy(one), beyond: one.least })).values()].map(
    (group): Level => {
      const first = at(group, 0);
      return { group, stage: keptBy(first), beyond: first.least };
    },
  );
  const before = (a: Level, b: Level) =>
    isSoon(b) - isSoon(a) || b.group.length - a.group.length || a.stage - b.stage || a.beyond - b.beyond;
  return levels.toSorted(before)[0] ?? { group: [], stage: -1, beyond: 0 };
}

function priceIn({ stages }: BaseRun, { witness, least }: Open): Price | null {
  if (witness === null) return least === 0 ? null : { status: "unlawful" };
  const [arcs, { kept: stage, beyond: atMost }] = [witness.arcs(), witness];
  if (stage === stages.length) return { status: "free", arcs };
  if (least === 0) return { status: "not-established", stage, atMost, arcs };
  return { status: "breaks", stage, by: Math.min(least, atMost), atMost, arcs };
}

/** The group in as many parts as are asked about at the same time. */
function dealt(group: readonly Open[]): readonly (readonly Open[])[] {
  const parts = Math.min(PARTS, group.length);
  return Array.from({ length: parts }, (_, part) => group.filter((_one, i) => i % parts === part));
}

interface Question {
  readonly write: (base: BaseRun, about: GroupQuestion) => GroupProgram;
  readonly group: readonly Open[];
  readonly stage: number;
  readonly beyond: number;
}

/** Solves programs about groups at the same time and takes over what they show; false where the effort is at its end. `most`: steps of each. */
async function atOnce(
  base: BaseRun,
  open: readonly Open[],
  questions: readonly Question[],
  { effort, ...ports }: GroupPorts,
  most = Infinity,
): Promise<boolean> {
  if (!effort.isLeft()) return false;
  const written = questions.map(({ write, ...about }) => write(base, about));
  const tasks = written.flatMap(({ model, request }) => {
    const { maxSteps = 0, maxSeconds = 0 } = effort.next(model) ?? {};
    return maxSteps <= 0 ? [] : [{ model, request: { maxSteps: Math.min(maxSteps, most), maxSeconds, ...request } }];
  });
  if (tasks.length < written.length) return false;
  const answers = await solveAll(ports, tasks);
  for (const [i, answer] of answers.entries()) {
    effort.spend(answer.steps);
    const { decode, leastIn } = at(written, i);
    if (answer.status === "optimal" || answer.status === "feasible") spread(base, open, decode(answer.point));
    const least = leastIn(answer);
    // What is kept by now was served by a placement: nothing is proven of it.
    for (const one of at(questions, i).group) if (keptBy(one) === at(questions, i).stage) one.least = Math.max(one.least, least);
  }
  return true;
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

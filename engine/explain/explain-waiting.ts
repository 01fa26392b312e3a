import type { ReasonProof } from "../domain/bound-certificate.ts";
import type { Ground, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import type { EarlierAnswer } from "../search/earlier-answer.ts";
import type { RunPorts } from "../search/run.ts";
import type { SolvedStage } from "../search/solved-stage.ts";
import type { BaseRun } from "./base-run.ts";
import { effortsOf } from "./efforts-of-round.ts";
import { groundOf, type Workshop } from "./ground/ground.ts";
import { neverTogether } from "./ground/never-together.ts";
import { earlyPrices } from "./price/early-prices.ts";
import { firstBroken } from "./price/first-broken.ts";
import { groupPrices } from "./price/group-price.ts";
import type { Price } from "./price/price.ts";
import { reasonProofs } from "./reason-proofs.ts";
import { questionsOfWaiting, type Sought, seekForWaiting } from "./seek/seek-for-waiting.ts";
import { serveByKernel } from "./seek/serve-by-kernel.ts";
import { serveByMoves } from "./seek/serve-by-moves.ts";
import { type DatedQuestion, reasonOf } from "./waiting-reasons.ts";

/** What a run answers: a placement and what its stages left. */
export interface RunAnswer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** The answer with a reason for everybody who waits; a placement that was found to be better has taken the place of the run's. */
export interface ExplainedAnswer extends RunAnswer {
  readonly reasons: ReadonlyMap<number, Reason>;
  readonly proofs: readonly ReasonProof[];
}

/** Arcs beyond which nobody is asked about. */
const MOST_ARCS_TO_ASK = 20_000_000;

/**
 * The reason of everybody who waits in a run's answer, within a bounded effort; `quick`: only what needs no search, the rest is left to who
 * asks about one person. `seconds`: what they may take (`search/budget.ts`).
 */
export async function explainWaiting<T extends RunAnswer>(
  instance: Instance,
  answer: T,
  ports: RunPorts,
  how: EarlierAnswer["effort"],
  seconds: number,
): Promise<T & ExplainedAnswer> {
  if (instance.arcs.count > MOST_ARCS_TO_ASK)
    return { ...answer, reasons: reasonsIn({ instance, arcs: answer.arcs }, () => undefined), proofs: [] };
  const { moves, walks, early, kernels, groups, wants, alone } = effortsOf(instance, how, seconds, ports);
  const { base, stages, sought, tight, priced } = await seekForWaiting(instance, answer, ports, walks, {
    brokenWith: (own, demands) => firstBroken(own, demands, { ...ports, effort: early }),
    serveFirst: (own, demands, keeping) => serveByMoves(own, demands, moves, keeping),
    serveRest: (own, demands) => serveByKernel(own, demands, { ...ports, effort: kernels }),
  });
  const cut = [moves.ended(), walks.ended(), kernels.ended()].find((by) => by !== null && by !== "steps") ?? walks.ended();
  const { solver } = ports;
  const prices = new Map(await earlyPrices(base, { sought, tight }, { solver, effort: early }));
  for (const list of nearestFirst(sought)) {
    const open = list.filter((i) => !prices.has(i));
    const together = await groupPrices(
      base,
      open.map((i) => at(sought, i)),
      { ...ports, effort: groups },
    );
    for (const [k, price] of together) prices.set(at(open, k), price);
  }
  const over = cut === null || cut === "steps" ? groups.ended() : cut;
  // Only where nothing breaks for somebody alone is it asked what breaks with nobody worse off.
  const isFree = (i: number) => prices.get(i)?.status === "free" || at(sought, i).witness?.kept === base.stages.length;
  const never = new Set<number>();
  for (const list of nearestFirst(sought)) {
    const free = list.filter(isFree);
    const demands = free.map((i) => at(sought, i).demand);
    for (const k of await neverTogether(base, demands, { solver, effort: wants })) never.add(at(free, k));
  }
  const groundFor = await groundsIn({ base, solver, effort: alone }, sought, { prices, never });
  return {
    ...answer,
    arcs: base.arcs,
    stages: endedBy(stages, over === null || over === "steps" ? alone.ended() : over),
    reasons: reasonsIn(base, groundFor),
    proofs: reasonProofs({ base, sought, priced }, groundFor),
  };
}

/** Everybody's first question, then the other dates: indices into `sought`. */
function nearestFirst(sought: readonly Sought[]): readonly (readonly number[])[] {
  const people = new Set<number>();
  const isFirst = sought.map(({ question: { candidate } }) => people.size < people.add(candidate).size);
  return [true, false].map((first) => [...sought.keys()].filter((i) => at(isFirst, i) === first));
}

/**
 * Grounds in one placement. `prices` are those known; `never` are those whose wish places and seats cannot give with nobody worse off. What is open is
 * asked about one by one while the effort lasts, nearest dates first, from what walks met.
 */
async function groundsIn(
  workshop: Workshop,
  sought: readonly Sought[],
  { prices, never }: { readonly prices: ReadonlyMap<number, Price>; readonly never: ReadonlySet<number> },
): Promise<(question: DatedQuestion) => Ground | undefined> {
  const grounds = new Map<string, Ground>();
  for (const [i, { question, witness }] of sought.entries()) {
    const price = prices.get(i);
    const isOpen = price === undefined || (price.status === "not-established" && workshop.effort.isLeft());
    const start = price?.status === "not-established" ? price.arcs : (witness?.arcs() ?? null);
    const found = await groundOf(workshop, {
      ...question,
      ...(isOpen ? { start } : { price }),
      never: never.has(i),
    });
    grounds.set(`${question.candidate} ${question.day}`, found.ground);
  }
  return ({ candidate, day }) => grounds.get(`${candidate} ${day}`);
}

/** The reason of everybody who waits, as far as grounds were found. */
function reasonsIn(
  base: Pick<BaseRun, "instance" | "arcs">,
  groundFor: (question: DatedQuestion) => Ground | undefined,
): ReadonlyMap<number, Reason> {
  return new Map(
    questionsOfWaiting(base).map((own) => [at(own, 0).candidate, reasonOf(base.instance, own, own.map(groundFor))] as const),
  );
}

/** Whoever the clock or the caller stopped may say less the next time. */
function endedBy(stages: readonly SolvedStage[], ended: "steps" | "time" | "cancel" | null): readonly SolvedStage[] {
  if (ended === null || ended === "steps") return stages;
  return stages.map((stage, i) => (i === stages.length - 1 ? { ...stage, stoppedBy: ended } : stage));
}

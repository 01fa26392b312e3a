import type { Instance } from "../model/instance.ts";
import { arcsForbiddenByPins } from "../rules/pins.ts";
import { settleExchanges } from "../search/exchange/settle-exchanges.ts";
import type { SolvedStage } from "../search/solve-stage.ts";
import { type BaseRun, beatsBase, openBaseRun } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import { recordsOfStages, replaceBase } from "./replace-base.ts";
import { openSeeker } from "./seek-placement.ts";
import { type DatedQuestion, questionsAbout, whoWaits } from "./waiting-reasons.ts";

/** A question with the placement that the local search met for it. */
export interface Sought {
  readonly question: DatedQuestion;
  /** The question's arcs that no pin takes away. */
  readonly demand: Demand;
  readonly start: readonly number[] | null;
}

/** A placement that no question led to a better one, as far as asked. */
interface Settled {
  readonly base: BaseRun;
  readonly stages: readonly SolvedStage[];
  readonly sought: readonly Sought[];
}

interface Answer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** Passes over all questions, each from the last better placement on; the last one changes nothing or is the last allowed. */
const MOST_PASSES = 2;
const MOST_IMPROVEMENTS = 60;

/** What must be asked of everybody who waits in a base run. */
export function questionsOfWaiting({ instance, arcs }: BaseRun): readonly (readonly DatedQuestion[])[] {
  return whoWaits(instance, arcs).map(({ candidate, arc }) => questionsAbout(instance, candidate, arc));
}

/**
 * Puts the questions about everybody who waits to the local search, nearest dates first. A placement met that is better than the run's
 * takes its place at once, and the questions are asked anew.
 */
export function seekForWaiting(instance: Instance, answer: Answer, most: number, effort: Effort): Settled {
  let current = answer;
  let improvements = 0;
  for (let pass = 1; ; pass++) {
    const found = onePass(instance, current, most, effort, pass < MOST_PASSES ? MOST_IMPROVEMENTS - improvements : 0);
    if (found.improvements === 0) return found;
    improvements += found.improvements;
    current = settleExchanges(instance, { arcs: found.base.arcs, stages: found.stages });
  }
}

function onePass(
  instance: Instance,
  answer: Answer,
  most: number,
  effort: Effort,
  mostImprovements: number,
): Settled & { improvements: number } {
  let { stages } = answer;
  let base = openBaseRun(instance, answer.arcs, recordsOfStages(instance, stages));
  let seeker = openSeeker(base);
  let improvements = 0;
  const barred = arcsForbiddenByPins(instance);
  const people = questionsOfWaiting(base);
  const inOrder = [...people.flatMap((own) => own.slice(0, 1)), ...people.flatMap((own) => own.slice(1))].slice(0, most);
  const sought = inOrder.map((question): Sought => {
    const { candidate, wanted } = question;
    const demand = { candidate, arcs: wanted.filter((arc) => !barred.has(arc)) };
    const ended = effort.ended();
    const start = demand.arcs.length === 0 || ended === "cancel" || ended === "time" ? null : seeker.seek(demand);
    if (start !== null && improvements < mostImprovements && beatsBase(base, base.measure(start))) {
      improvements++;
      stages = replaceBase(base, stages, start);
      base = openBaseRun(instance, start, recordsOfStages(instance, stages));
      seeker = openSeeker(base);
    }
    return { question, demand, start };
  });
  return { base, stages, sought, improvements };
}

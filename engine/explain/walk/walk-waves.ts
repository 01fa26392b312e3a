import { at } from "../../model/instance.ts";
import type { WalkAnswer, WalkTask } from "../../search/crew/crew.ts";
import type { RunPorts } from "../../search/run.ts";
import { type BaseRun, isFurther, type Lead, leadOver, type StageRecord } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { MOVES_PER_STEP } from "../seek/seek-placement.ts";
import { isBetter } from "./strain.ts";
import type { Witness } from "./walk.ts";
import { answerWalkTask } from "./walk-task.ts";

/** Where walks are made. */
export type WalkPorts = Pick<RunPorts, "crew" | "now" | "cancelled">;

/** Walks that know nothing of each other are made at the same time: so many tasks of so many questions, whatever the number of threads. */
const TASKS = 4;
const QUESTIONS_PER_TASK = 25;
/** Fewer arcs than these are walked through before a thread has made its instance; of more each thread's would be too large. */
const FEWEST_ARCS_FOR_CREW = 3_000;
const MOST_ARCS_FOR_CREW = 100_000;

/** What going through the questions needs and finds. */
export interface Tour {
  readonly base: BaseRun;
  /** What it was opened with. */
  readonly records: readonly StageRecord[];
  readonly demands: readonly Demand[];
  /** How many stages a placement with each can keep at most, as far as is known. */
  readonly most: readonly number[];
  readonly witnesses: (Witness | null)[];
  /** Demands that walks were made for. */
  readonly walked: Set<number>;
  readonly ports: WalkPorts;
  readonly effort: Effort;
  /** The placement passed that is furthest ahead of the base run's. */
  first: { readonly lead: Lead; readonly arcs: readonly number[] } | null;
}

/** Searches for every question of a range that is still open, some tasks at a time: each begins with what those before have found. */
export async function goThrough(tour: Tour, [first, end]: readonly [number, number], moves: number, part: string): Promise<void> {
  const { base, records, demands, most, witnesses, ports, effort } = tour;
  const isOpen = (i: number) => at(demands, i).arcs.length > 0 && (at(witnesses, i)?.kept ?? -1) < at(most, i);
  const questions = base.instance.arcs.count <= MOST_ARCS_FOR_CREW ? QUESTIONS_PER_TASK : Infinity;
  for (let next = first; next < end && effort.isLeft(); ) {
    const wave: number[] = [];
    for (; next < end && wave.length < TASKS * questions; next++) if (isOpen(next)) wave.push(next);
    const request = effort.next(NO_PROGRAM);
    if (request === null || wave.length === 0) return;
    for (const i of wave) tour.walked.add(i);
    // Dealt out in turn, so that the tasks of a wave are of one length.
    const tasks = Math.min(TASKS, Math.ceil(wave.length / questions));
    const { maxSteps = 0, maxSeconds = 0 } = request;
    const answers = await walkAll(
      { base, records },
      Array.from({ length: tasks }, (_, task) => ({
        demands,
        most,
        known: witnesses.map((witness) => (witness === null ? null : { kept: witness.kept, beyond: witness.beyond })),
        walked: wave.filter((_, i) => i % tasks === task),
        moves,
        part,
        maxMoves: Math.ceil((maxSteps * MOVES_PER_STEP) / tasks),
        maxSeconds,
      })),
      ports,
    );
    for (const answer of answers) {
      if (answer === null) continue;
      effort.spend(Math.ceil(answer.moves / MOVES_PER_STEP));
      takeOver(tour, answer);
    }
  }
}

/** The work that walks take is counted in moves, not by a program. */
const NO_PROGRAM = {
  matrix: { format: "csr", starts: new Int32Array(1), indices: new Int32Array(0), values: new Float64Array(0) },
} as const;

function takeOver(tour: Tour, { found, ahead }: WalkAnswer): void {
  for (const { demand, kept, beyond, arcs } of found) {
    const witness: Witness = { kept, beyond, arcs: () => arcs };
    if (isBetter(witness, at(tour.witnesses, demand))) tour.witnesses[demand] = witness;
  }
  const lead = ahead === null ? null : leadOver(tour.base, tour.base.measure(ahead));
  if (ahead !== null && lead !== null && isFurther(lead, tour.first?.lead ?? null)) tour.first = { lead, arcs: ahead };
}

const isFit = ({ instance: { arcs } }: BaseRun) => arcs.count >= FEWEST_ARCS_FOR_CREW && arcs.count <= MOST_ARCS_FOR_CREW;

const runOf = ({ base, records }: Pick<Tour, "base" | "records">) => ({
  round: base.instance.round,
  arcs: base.arcs,
  stages: records,
});

/** Walks on the crew, or without one here in turn: the answers are the same either way. */
async function walkAll(
  of: Pick<Tour, "base" | "records">,
  tasks: readonly Omit<WalkTask, "round" | "arcs" | "stages">[],
  { crew, ...ports }: WalkPorts,
): Promise<readonly (WalkAnswer | null)[]> {
  const { base } = of;
  if (crew === undefined || !isFit(base) || tasks.length < 2) return tasks.map((task) => answerWalkTask(base, task, ports));
  return crew.walkAll(
    tasks.map((task) => ({ ...runOf(of), ...task })),
    () => ports.cancelled?.() ?? false,
  );
}

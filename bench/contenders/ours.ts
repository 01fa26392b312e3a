import type { Result, TierFigure } from "../../engine/domain/result.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { type PlaceOutcome, place } from "../../engine/place.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { withCrew } from "../../server/crew/thread-crew.ts";
import type { Answer, Contender, Moment, StageClaim } from "./contender.ts";
import { momentKeeper } from "./moment-keeper.ts";

/** Threads of the engine: one per core of the machine that the goals are set for. */
const THREADS = 2;

/** This engine as anybody calls it: `place`, explanation and verification included. Time is its only limit. */
export const ours: Contender = {
  name: "ours",
  optimises: true,
  run: async ({ round, warnings }, { seconds, now }) => {
    const solver = checked(await loadHighs());
    const { moments, keep } = momentKeeper();
    const last = new Map<string, number>();
    const outcome = await withCrew(THREADS, (crew) =>
      place(withSeconds(round, seconds), warnings, {
        solver,
        now,
        ...(crew === undefined ? {} : { crew }),
        onProgress: (progress) => {
          keep(progress);
          last.set(stageKey(progress.tier, progress.entry), progress.seconds);
        },
      }),
    );
    return answerOf(outcome, { moments, last, solver: `${solver.name} ${solver.version}` });
  },
};

function withSeconds(round: Round, seconds: number): Round {
  return { ...round, limits: { threads: THREADS, seconds, steps: Number.MAX_SAFE_INTEGER } };
}

interface Trace {
  readonly moments: readonly Moment[];
  /** Seconds of the last sign of life per stage. */
  readonly last: ReadonlyMap<string, number>;
  readonly solver: string;
}

function answerOf(outcome: PlaceOutcome, { moments, last, solver }: Trace): Answer {
  if (outcome.status !== "solved") {
    return { end: "failed", placements: [], stages: [], moments, solver, remark: troubleOf(outcome) };
  }
  const { result } = outcome;
  const end = result.quality === "proven-optimal" ? "proof" : "limit";
  const remark = end === "proof" ? "" : `stopped by ${result.stoppedBy}`;
  return { end, placements: placementsOf(result), stages: stagesOf(result, last), moments, solver, remark };
}

function troubleOf(outcome: PlaceOutcome): string {
  return outcome.status === "failed"
    ? [outcome.message, ...outcome.violations.map((violation) => JSON.stringify(violation))].join("; ").slice(0, 300)
    : `place says ${outcome.status}`;
}

function placementsOf({ outcomes }: Result): readonly Placement[] {
  return outcomes.flatMap((outcome) =>
    "promotion" in outcome ? [{ candidate: outcome.candidate, promotion: outcome.promotion, missions: outcome.missions }] : [],
  );
}

const entries = (figure: TierFigure | readonly (number | null)[] | null): readonly (number | null)[] =>
  Array.isArray(figure) ? figure : [figure as number | null];

const stageKey = (tier: number, entry: number): string => `${tier}.${entry}`;

/** A stage counts as left at its last sign of life; one that needed no search, with the stage before it. */
function stagesOf({ tiers, locks }: Result, last: Trace["last"]): readonly StageClaim[] {
  let seconds = 0;
  return tiers.flatMap(({ objectives, sense, bound }, index) => {
    const bounds = entries(bound);
    return entries(locks[index]?.found ?? null).map((found, entry): StageClaim => {
      seconds = Math.max(seconds, last.get(stageKey(index + 1, entry + 1)) ?? 0);
      return {
        tier: index + 1,
        entry: entry + 1,
        objectives,
        sense,
        found: found ?? Number.NaN,
        bound: bounds[entry] ?? null,
        seconds,
      };
    });
  });
}

import { comparedStages, type Evidence, OURS, reachedBy, secondsOf, wayOf } from "../campaign/evidence.ts";
import { counts, type RunRecord } from "../campaign/record.ts";
import { secondsTo } from "../campaign/trajectory.ts";
import type { Goal, Shown } from "./goal.ts";
import { showEach } from "./show-each.ts";
import { FIRST } from "./year.ts";

/** How long peers may take. */
const PATIENCE = 300;

/**
 * How many times longer the peer takes, in processor time, to tier values at least as good as those of our answer after 10 s. A peer that
 * does not get there in 300 s counts with what it has used: the figure is then "at least".
 */
function sooner(peer: string, name: string, times: number): Goal {
  return {
    id: `sooner-than-${peer}-1000`,
    statement: `1,000: at least ${times}x sooner than ${name} to the same tier values`,
    sizes: [1000],
    mostSeeds: 2,
    needs: () => [
      { contender: OURS, limit: FIRST },
      { contender: peer, limit: PATIENCE },
    ],
    needsWhatIfs: false,
    unit: "x",
    wanted: { at: "least", figure: times },
    show: showEach(FIRST, 0, (run, evidence) => timesSooner(run, evidence, peer)),
  };
}

function timesSooner(run: RunRecord, evidence: Evidence, peer: string): Shown | null {
  const other = evidence.run(peer, run.case, PATIENCE);
  if (other === null) return null;
  if (other.end === "absent") return { figure: Number.NaN, note: `${peer} is not installed` };
  const theirs = counts(other) ? secondsTo(wayOf(other), comparedStages(other), reachedBy(run)) : Number.POSITIVE_INFINITY;
  const isReached = Number.isFinite(theirs);
  const seconds = isReached ? theirs : secondsOf(other);
  const against = `${seconds.toFixed(1)} s of processor time against ${run.seconds.toFixed(1)} s`;
  return { figure: seconds / run.seconds, note: isReached ? against : `not reached, more than ${against}` };
}

export const soonerThanHighs = sooner("plain-highs", "plain HiGHS wasm", 10);
export const soonerThanCbc = sooner("cbc", "native CBC", 5);

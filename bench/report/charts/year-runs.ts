import { type Evidence, OURS } from "../../campaign/evidence.ts";
import { counts, type RunRecord } from "../../campaign/record.ts";
import type { BenchCase } from "../../cases/bench-case.ts";

/** One case of a year with the longest run of each contender that solves it tier by tier. */
export interface YearRuns {
  readonly case: BenchCase;
  readonly runs: readonly RunRecord[];
}

/** The first seed of a year of 1,000 candidates per ground, wishes late, where ours and a peer have run. */
export function yearRuns(evidence: Evidence): readonly YearRuns[] {
  const runs = evidence.records.filter((record) => record.kind === "run");
  const years = runs.filter((run) => counts(run) && run.optimises && run.case.size === 1000 && run.case.wishes === "late");
  return (["composition", "replacement"] as const).flatMap((ground) => {
    const own = years.filter((run) => run.case.ground === ground && run.case.seats === 1 && run.case.targets === "unmet");
    const seed = Math.min(...own.filter(({ contender }) => contender === OURS).map((run) => run.case.seed));
    const longest = Map.groupBy(
      own.filter((run) => run.case.seed === seed),
      ({ contender }) => contender,
    );
    const picked = [...longest.values()].flatMap((list) => list.toSorted((a, b) => b.limit - a.limit)[0] ?? []);
    const [first] = picked;
    return first === undefined ? [] : [{ case: first.case, runs: picked }];
  });
}

import type { BenchRecord, RunRecord } from "../campaign/record.ts";
import { type BenchCase, caseText } from "../cases/bench-case.ts";

/** The runs of all seeds of one kind of case. */
export interface Group {
  /** A case of the group: all but its seed is common. */
  readonly like: BenchCase;
  readonly seeds: readonly number[];
  readonly runs: readonly RunRecord[];
}

/** One contender with one limit in a group. */
export interface Line {
  readonly contender: string;
  readonly limit: number;
  /** One per seed. */
  readonly runs: readonly RunRecord[];
}

/** The runs by kind of case, small sizes first, in each the kinds in the order in which they were measured. */
export function groupsOf(records: readonly BenchRecord[]): readonly Group[] {
  const runs = records.filter((record) => record.kind === "run");
  const groups = [...Map.groupBy(runs, (run) => caseText({ ...run.case, seed: 0 })).values()];
  return groups
    .flatMap((own): Group[] => {
      const like = own[0]?.case;
      const seeds = [...new Set(own.map((run) => run.case.seed))].toSorted((a, b) => a - b);
      return like === undefined ? [] : [{ like, seeds, runs: own }];
    })
    .toSorted((a, b) => a.like.size - b.like.size);
}

/** "1000 candidates, replacement, wishes late": what is not as usual is added. */
export function groupText({ size, ground, wishes, seats, targets }: BenchCase): string {
  const unusual = [
    ...(seats === 1 ? [] : [`${seats} seats per candidate`]),
    ...(targets === "unmet" ? [] : ["targets that can be met"]),
  ];
  return [`${size.toLocaleString("en")} candidates`, ground, `wishes ${wishes}`, ...unusual].join(", ");
}

/** Contenders and limits of a group, in the order of `names`, shorter limits first. */
export function linesOf({ runs }: Group, names: readonly string[]): readonly Line[] {
  return names.flatMap((contender) => {
    const own = runs.filter((run) => run.contender === contender);
    const limits = [...new Set(own.map(({ limit }) => limit))].toSorted((a, b) => a - b);
    return limits.map((limit) => ({ contender, limit, runs: own.filter((run) => run.limit === limit) }));
  });
}

/** Each contender's line with its longest limit. */
export function longestOf(lines: readonly Line[]): readonly Line[] {
  return [...Map.groupBy(lines, ({ contender }) => contender).values()].flatMap((own) => own.at(-1) ?? []);
}

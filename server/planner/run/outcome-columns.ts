import type { RunShape } from "../api/shapes.ts";
import type { Texts } from "../language/texts.tsx";
import type { Column } from "../parts/data-table.tsx";

/** How many a run placed, deferred and offered the reserve list; dashes where it has no result. */
export function outcomeColumns({ t, f }: Texts): readonly Column<RunShape>[] {
  return (["placed", "deferred", "reserve"] as const).map((outcome) => ({
    head: t.words.outcomes[outcome],
    number: true,
    cell: ({ summary }) => (summary === null ? "–" : f.number(summary.indicators[outcome])),
    sortBy: ({ summary }) => summary?.indicators[outcome] ?? -1,
  }));
}

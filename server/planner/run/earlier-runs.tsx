import type { RunShape } from "../api/shapes.ts";
import { useList } from "../api/use-list.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Refusal } from "../parts/notices.tsx";
import { hrefOf } from "../router.ts";
import { outcomeColumns } from "./outcome-columns.ts";
import { isGoing } from "./use-live-run.ts";

/** Every run of this round, newest first. */
export function EarlierRuns({ round, current }: { readonly round: string; readonly current: string | null }) {
  const texts = useTexts();
  const { t, f } = texts;
  const runs = useList<"runs", RunShape>(`/v1/runs?roundId=${encodeURIComponent(round)}&limit=50`, "runs");
  if (runs.state === "refused") return <Refusal problem={runs.problem} again={runs.again} />;
  const others = runs.state === "here" ? runs.body.filter(({ id, task }) => id !== current && task === "place") : [];
  if (others.length === 0 && runs.more === null) return null;
  return (
    <DataTable
      caption={t.run.earlier}
      rows={others}
      keyOf={({ id }) => id}
      rowsPerPage={10}
      more={runs.more}
      columns={[
        {
          head: t.run.when,
          rowHead: true,
          cell: (run) => (
            <a href={hrefOf({ screen: run.summary === null || isGoing(run) ? "run" : "result", round, run: run.id, open: null })}>
              {f.moment(run.createdAt)}
            </a>
          ),
          sortBy: ({ createdAt }) => createdAt,
        },
        { head: t.load.loadedBy, cell: ({ createdBy }) => createdBy },
        { head: t.run.stateHead, cell: ({ state }) => t.run.states[state], sortBy: ({ state }) => state },
        ...outcomeColumns(texts),
      ]}
    />
  );
}

import type { RoundListed, RunShape } from "../api/shapes.ts";
import { useList } from "../api/use-list.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { hrefOf, type Location } from "../router.ts";
import { outcomeColumns } from "../run/outcome-columns.ts";
import { ComparisonView } from "./comparison-view.tsx";

/** Chooses another solved run to stand beside the base, and shows both. */
export function CompareRuns({
  base,
  chosen,
  location,
}: {
  readonly base: string;
  readonly chosen: string | null;
  readonly location: Location;
}) {
  const texts = useTexts();
  const { t, f } = texts;
  const runs = useList<"runs", RunShape>("/v1/runs?limit=100", "runs");
  const rounds = useList<"rounds", RoundListed>("/v1/rounds?limit=200", "rounds");
  if (runs.state === "waiting" || rounds.state === "waiting") return <Busy />;
  if (runs.state === "refused") return <Refusal problem={runs.problem} again={runs.again} />;
  if (rounds.state === "refused") return <Refusal problem={rounds.problem} again={rounds.again} />;
  const names = new Map(rounds.body.map(({ id, name }) => [id, name]));
  const others = runs.body.filter(({ id, summary, task }) => id !== base && summary !== null && task === "place");
  return (
    <div class="stack wide">
      {chosen === null ? null : <ComparisonView key={chosen} base={base} other={chosen} location={location} />}
      <DataTable
        caption={t.whatIf.choose}
        empty={t.whatIf.noOthers}
        rows={others}
        keyOf={({ id }) => id}
        rowsPerPage={10}
        more={runs.more}
        columns={[
          {
            head: t.shell.round,
            rowHead: true,
            cell: ({ id, roundId }) => (
              <a href={hrefOf({ ...location, open: `compare/${id}` })} aria-current={id === chosen ? "true" : undefined}>
                {names.get(roundId) ?? roundId}
              </a>
            ),
            sortBy: ({ roundId }) => names.get(roundId) ?? roundId,
          },
          { head: t.run.when, cell: ({ createdAt }) => f.moment(createdAt), sortBy: ({ createdAt }) => createdAt },
          ...outcomeColumns(texts),
        ]}
      />
    </div>
  );
}

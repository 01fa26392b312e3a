import type { RoundListed, RunShape } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { hrefOf, type Location } from "../router.ts";
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
  const { t, f } = useTexts();
  const runs = useAnswer<{ readonly runs: readonly RunShape[] }>("/v1/runs?limit=100");
  const rounds = useAnswer<{ readonly rounds: readonly RoundListed[] }>("/v1/rounds?limit=100");
  if (runs.state === "waiting" || rounds.state === "waiting") return <Busy />;
  if (runs.state === "refused") return <Refusal problem={runs.problem} again={runs.again} />;
  if (rounds.state === "refused") return <Refusal problem={rounds.problem} again={rounds.again} />;
  const names = new Map(rounds.body.rounds.map(({ id, name }) => [id, name]));
  const others = runs.body.runs.filter(({ id, summary, task }) => id !== base && summary !== null && task === "place");
  return (
    <div class="stack wide">
      {chosen === null ? null : <ComparisonView key={chosen} base={base} other={chosen} location={location} />}
      <DataTable
        caption={t.whatIf.choose}
        empty={t.whatIf.noOthers}
        rows={others}
        keyOf={({ id }) => id}
        rowsPerPage={10}
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
          {
            head: t.result.placed,
            number: true,
            cell: ({ summary }) => (summary === null ? "–" : f.number(summary.indicators.placed)),
          },
          {
            head: t.result.deferred,
            number: true,
            cell: ({ summary }) => (summary === null ? "–" : f.number(summary.indicators.deferred)),
          },
          {
            head: t.result.reserve,
            number: true,
            cell: ({ summary }) => (summary === null ? "–" : f.number(summary.indicators.reserve)),
          },
        ]}
      />
    </div>
  );
}

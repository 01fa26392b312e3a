import type { RoundListed } from "../api/shapes.ts";
import { useList } from "../api/use-list.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { hrefOf } from "../router.ts";

/** Rounds the service keeps, newest first. */
export function EarlierRounds() {
  const { t, f } = useTexts();
  const rounds = useList<"rounds", RoundListed>("/v1/rounds?limit=50", "rounds");
  if (rounds.state === "waiting") return <Busy />;
  if (rounds.state === "refused") return <Refusal problem={rounds.problem} again={rounds.again} />;
  return (
    <DataTable
      caption={t.load.earlier}
      empty={t.load.noEarlier}
      rows={rounds.body}
      more={rounds.more}
      keyOf={({ id }) => id}
      rowsPerPage={10}
      columns={[
        {
          head: t.shell.round,
          rowHead: true,
          cell: ({ id, name, parentId }) => (
            <>
              <a href={hrefOf({ screen: "check", round: id, run: null, open: null })}>{name}</a>{" "}
              {parentId === null ? null : <span class="tag plain">{t.load.variantOf}</span>}
            </>
          ),
          sortBy: ({ name }) => name,
        },
        {
          head: t.load.sizes,
          cell: ({ sizes }) => `${t.words.candidates(sizes.candidates)}, ${t.words.promotions(sizes.promotions)}`,
          sortBy: ({ sizes }) => sizes.candidates,
        },
        { head: t.load.state, cell: (round) => <DataState count={round.issueCount} /> },
        { head: t.load.loadedOn, cell: ({ createdAt }) => f.moment(createdAt), sortBy: ({ createdAt }) => createdAt },
        { head: t.load.loadedBy, cell: ({ createdBy }) => createdBy, sortBy: ({ createdBy }) => createdBy },
      ]}
    />
  );
}

function DataState({ count }: { readonly count: RoundListed["issueCount"] }) {
  const { t } = useTexts();
  if (count.errors > 0) return <span class="tag error">{t.load.errors(count.errors)}</span>;
  if (count.warnings > 0) return <span class="tag attention">{t.load.warnings(count.warnings)}</span>;
  return <span class="tag good">{t.load.ready}</span>;
}

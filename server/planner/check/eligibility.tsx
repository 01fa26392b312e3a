import type { Overview } from "../../schemas/overview.ts";
import { useTexts } from "../language/texts.tsx";
import { Blocked } from "../parts/blocked.tsx";
import { DataTable } from "../parts/data-table.tsx";

/** Candidates who cannot take part, and those who can but of whom no choice fits, each with the reasons. */
export function Eligibility({ overview }: { readonly overview: Overview }) {
  const { t, f } = useTexts();
  const { ineligible, noFit } = overview.candidates;
  return (
    <section class="stack wide">
      <DataTable
        caption={t.check.ineligibleCaption}
        empty={t.check.nobodyIneligible}
        rows={ineligible}
        keyOf={({ candidate }) => candidate}
        rowsPerPage={10}
        columns={[
          { head: t.common.candidate, rowHead: true, cell: ({ candidate }) => candidate, sortBy: ({ candidate }) => candidate },
          {
            head: t.common.reason,
            cell: ({ issues }) =>
              f.list(issues.map(({ code, article }) => `${t.words.ineligible[code] ?? code} (${t.common.article(article)})`)),
            sortBy: ({ issues }) => issues.map(({ code }) => code).join(),
          },
        ]}
      />
      <DataTable
        caption={t.check.noFitCaption}
        empty={t.check.everybodyFits}
        rows={noFit}
        keyOf={({ candidate }) => candidate}
        rowsPerPage={10}
        columns={[
          { head: t.common.candidate, rowHead: true, cell: ({ candidate }) => candidate, sortBy: ({ candidate }) => candidate },
          {
            head: t.check.blockedChoices,
            cell: ({ blocked }) => <Blocked choices={blocked} />,
          },
        ]}
      />
    </section>
  );
}

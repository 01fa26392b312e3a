import type { ConflictShape } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Notice } from "../parts/notices.tsx";

/** The rules that cannot hold together, by article and subject. */
export function ConflictTable({ conflict }: { readonly conflict: ConflictShape | null }) {
  const { t } = useTexts();
  const subjects: Readonly<Record<string, string>> = t.run.subjects;
  return (
    <section class="stack">
      <Notice kind="error" title={t.problems.infeasible ?? ""} alert>
        <p>{conflict?.minimal === false ? t.run.conflictPart : t.run.conflictIntro}</p>
      </Notice>
      {conflict === null ? null : (
        <DataTable
          caption={t.run.conflict}
          rows={conflict.parts.map((part, i) => ({ ...part, key: String(i) }))}
          keyOf={({ key }) => key}
          columns={[
            { head: t.run.rule, rowHead: true, cell: ({ rule }) => t.words.rules[rule] ?? rule },
            {
              head: t.run.articleHead,
              cell: ({ article }) => (/^\d/.test(article) ? t.common.article(article) : t.policy.operational),
            },
            {
              head: t.run.subject,
              cell: ({ subject }) =>
                Object.entries(subject)
                  .map(([kind, id]) => `${subjects[kind] ?? kind} ${id}`)
                  .join(", "),
            },
          ]}
        />
      )}
    </section>
  );
}

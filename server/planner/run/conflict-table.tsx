import type { ConflictShape } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Notice } from "../parts/notices.tsx";

interface ConflictProps {
  readonly conflict: ConflictShape | null;
  /** The service's own words: after the parts and one line on them come the changes that would do. */
  readonly lines: readonly string[];
}

/** The rules that cannot hold together, by article and subject, and the smallest changes that would make the round feasible. */
export function ConflictTable({ conflict, lines }: ConflictProps) {
  const { t } = useTexts();
  const changes = lines.slice((conflict?.parts.length ?? 0) + 2);
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
      {changes.length === 0 ? null : (
        <ul class="plain-list">
          {changes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

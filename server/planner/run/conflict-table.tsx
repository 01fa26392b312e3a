import type { RunShape } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Notice } from "../parts/notices.tsx";
import { RelaxationSets } from "./relaxation-sets.tsx";

/** The rules that cannot hold together, by article and subject, and the smallest changes that would make the round feasible. */
export function ConflictTable({ run: { roundId, problem } }: { readonly run: Pick<RunShape, "roundId" | "problem"> }) {
  const { t, f } = useTexts();
  const conflict = problem?.conflict ?? null;
  // The service's own words: after the parts and a line before and after them come the changes that would do.
  const changes = (problem?.texts?.[f.language] ?? []).slice((conflict?.parts.length ?? 0) + 2);
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
      <RelaxationSets round={roundId} sets={problem?.relaxations ?? []} lines={changes} />
    </section>
  );
}

import { useList } from "../api/use-list.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";

/** An act of the audit trail, newest first. */
interface Act {
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail?: unknown;
}

/** Who did what and when: the service's own trail, which nobody can change without its digests telling. */
export function History() {
  const { t, f } = useTexts();
  const trail = useList<"acts", Act>("/v1/audit-trail?limit=100", "acts", olderActs);
  if (trail.state === "waiting") return <Busy />;
  if (trail.state === "refused") return <Refusal problem={trail.problem} again={trail.again} />;
  const actions: Readonly<Record<string, string>> = t.decide.actions;
  return (
    <DataTable
      caption={t.decide.tabs.history}
      rows={trail.body}
      more={trail.more}
      keyOf={({ number }) => String(number)}
      columns={[
        { head: t.result.position, number: true, cell: ({ number }) => f.number(number), sortBy: ({ number }) => number },
        { head: t.decide.when, cell: ({ at }) => f.moment(at), sortBy: ({ at }) => at },
        { head: t.decide.who, cell: ({ actor }) => actor, sortBy: ({ actor }) => actor },
        { head: t.decide.did, rowHead: true, cell: ({ action }) => actions[action] ?? action, sortBy: ({ action }) => action },
        { head: t.decide.to, cell: ({ subject }) => subject },
      ]}
    />
  );
}

/** The trail counts instead of giving cursors; its first act is number 1. */
function olderActs({ acts }: { readonly acts: readonly Act[] }): string | null {
  const last = acts.at(-1)?.number ?? 1;
  return last > 1 ? `before=${last}` : null;
}

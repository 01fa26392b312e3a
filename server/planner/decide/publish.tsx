import type { PlanShape } from "../api/shapes.ts";
import { useList } from "../api/use-list.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import type { Joined } from "../result/joined.ts";
import { PublishForm } from "./publish-form.tsx";

/** A person decides, with a reason: the plan is checked once more for everybody and cannot be changed afterwards. */
export function Publish({ round, run, joined }: { readonly round: string; readonly run: string; readonly joined: Joined }) {
  const { t } = useTexts();
  const plans = useList<"plans", PlanShape>("/v1/plans?limit=200", "plans");
  if (plans.state === "waiting") return <Busy />;
  if (plans.state === "refused") return <Refusal problem={plans.problem} again={plans.again} />;
  const ofRun = plans.body.filter(({ runId }) => runId === run);
  const published = ofRun.some(({ state }) => state === "published");
  return (
    <div class="stack wide">
      {published ? (
        <Notice kind="good" title={t.decide.published} alert>
          <p>{t.decide.publishedHint}</p>
        </Notice>
      ) : (
        <PublishForm round={round} run={run} joined={joined} draft={ofRun[0] ?? null} done={plans.again} />
      )}
      <Plans plans={plans.body} more={plans.more} />
    </div>
  );
}

function Plans({ plans, more }: { readonly plans: readonly PlanShape[]; readonly more: (() => void) | null }) {
  const { t, f } = useTexts();
  const published = plans.filter(({ state }) => state === "published");
  return (
    <DataTable
      caption={t.decide.plans}
      empty={t.decide.noPlans}
      rows={published}
      more={more}
      keyOf={({ id }) => id}
      columns={[
        { head: t.shell.round, rowHead: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
        {
          head: t.decide.when,
          cell: ({ publishedAt }) => (publishedAt === null ? "–" : f.moment(publishedAt)),
          sortBy: ({ publishedAt }) => publishedAt ?? "",
        },
        { head: t.decide.who, cell: ({ decision }) => decision?.by ?? "–" },
        { head: t.decide.reason, cell: ({ decision }) => decision?.reason ?? "–" },
      ]}
    />
  );
}

import { useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import type { PlanShape } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import type { Joined } from "../result/joined.ts";

/** A person decides, with a reason: the plan is checked once more for everybody and cannot be changed afterwards. */
export function Publish({ run, joined }: { readonly run: string; readonly joined: Joined }) {
  const { t } = useTexts();
  const plans = useAnswer<{ readonly plans: readonly PlanShape[] }>("/v1/plans?limit=100");
  if (plans.state === "waiting") return <Busy />;
  if (plans.state === "refused") return <Refusal problem={plans.problem} again={plans.again} />;
  const ofRun = plans.body.plans.filter(({ runId }) => runId === run);
  const published = ofRun.find(({ state }) => state === "published");
  return (
    <div class="stack wide">
      {published === undefined ? (
        <PublishForm run={run} joined={joined} draft={ofRun[0] ?? null} done={plans.again} />
      ) : (
        <Notice kind="good" title={t.decide.published}>
          <p>{t.decide.publishedHint}</p>
        </Notice>
      )}
      <Plans plans={plans.body.plans} />
    </div>
  );
}

function PublishForm({
  run,
  joined,
  draft,
  done,
}: {
  readonly run: string;
  readonly joined: Joined;
  readonly draft: PlanShape | null;
  readonly done: () => void;
}) {
  const { t, f } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const { placed, deferred, reserve } = joined.result.indicators;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason") ?? "").trim();
    setBusy(true);
    setProblem(null);
    const refused = await publish(run, draft, reason);
    setBusy(false);
    if (refused === null) done();
    else setProblem(refused);
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <h2>{t.decide.publishTitle}</h2>
      <p>{t.decide.publishIntro(t.words.candidates(placed + deferred), f.number(reserve))}</p>
      <div class="field">
        <label for="reason">{t.decide.reason}</label>
        <textarea id="reason" name="reason" rows={3} required minLength={10} maxLength={2000} aria-describedby="reason-hint" />
        <span class="hint" id="reason-hint">
          {t.decide.reasonHint}
        </span>
      </div>
      <label class="option">
        <input type="checkbox" required />
        <span>{t.decide.iDecide}</span>
      </label>
      {problem === null ? null : <Refusal problem={problem} />}
      {problem?.issues === undefined ? null : <IssueTable issues={problem.issues} round={joined.round} />}
      <div>
        <button type="submit" class="button first" disabled={busy}>
          {busy ? t.decide.checking : t.decide.publish}
        </button>
      </div>
    </form>
  );
}

/** Makes a plan of the run where there is none yet, and publishes it as it was seen; `null` when it is published. */
async function publish(run: string, draft: PlanShape | null, reason: string): Promise<Refused | null> {
  const made = draft === null ? await send<PlanShape>("POST", "/v1/plans", { body: { runId: run } }) : null;
  if (made !== null && !made.ok) return made.problem;
  const id = draft?.id ?? (made?.ok ? made.body.id : "");
  const seen = await send<PlanShape>("GET", `/v1/plans/${encodeURIComponent(id)}`);
  if (!seen.ok) return seen.problem;
  const answer = await send<PlanShape>("POST", `/v1/plans/${encodeURIComponent(id)}/publish`, {
    body: { reason },
    headers: { "if-match": seen.headers.get("etag") ?? "" },
  });
  return answer.ok ? null : answer.problem;
}

function Plans({ plans }: { readonly plans: readonly PlanShape[] }) {
  const { t, f } = useTexts();
  const published = plans.filter(({ state }) => state === "published");
  return (
    <DataTable
      caption={t.decide.plans}
      empty={t.decide.noPlans}
      rows={published}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t.decide.when,
          rowHead: true,
          cell: ({ publishedAt }) => (publishedAt === null ? "–" : f.moment(publishedAt)),
          sortBy: ({ publishedAt }) => publishedAt ?? "",
        },
        { head: t.decide.who, cell: ({ publishedBy }) => publishedBy ?? "–" },
        { head: t.decide.reason, cell: ({ reason }) => reason ?? "–" },
      ]}
    />
  );
}

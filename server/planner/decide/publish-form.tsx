import { useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import type { PlanShape, RoundListed, ViolationShape } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import type { Joined } from "../result/joined.ts";

/** Who decides and why, and the data of the day that everybody is checked against. */
export function PublishForm({
  round,
  run,
  joined,
  draft,
  done,
}: {
  readonly round: string;
  readonly run: string;
  readonly joined: Joined;
  readonly draft: PlanShape | null;
  readonly done: () => void;
}) {
  const { t, f } = useTexts();
  const rounds = useAnswer<{ readonly rounds: readonly RoundListed[] }>("/v1/rounds?limit=100");
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  if (rounds.state === "waiting") return <Busy />;
  if (rounds.state === "refused") return <Refusal problem={rounds.problem} again={rounds.again} />;
  // Whether they are of today is the service's to say: the clock of this machine may be wrong.
  const usable = rounds.body.rounds.filter(({ issueCount }) => issueCount.errors === 0);
  const { placed, deferred, reserve } = joined.result.indicators;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    setProblem(null);
    const refused = await publish(run, draft, { by: text("by"), reason: text("reason") }, text("data"));
    setBusy(false);
    if (refused === null) done();
    else setProblem(refused);
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <h2>{t.decide.publishTitle}</h2>
      <p>{t.decide.publishIntro(t.words.candidates(placed + deferred), f.number(reserve))}</p>
      <div class="field">
        <label for="data">{t.decide.todaysData}</label>
        <select id="data" name="data" required aria-describedby="data-hint">
          {usable.some(({ id }) => id === round) ? null : <option value="">–</option>}
          {usable.map(({ id, name, createdAt }) => (
            <option key={id} value={id} selected={id === round}>
              {name}, {f.moment(createdAt)}
            </option>
          ))}
        </select>
        <span class="hint" id="data-hint">
          {t.decide.todaysDataHint}
        </span>
      </div>
      <div class="field">
        <label for="by">{t.decide.decidedBy}</label>
        <input id="by" name="by" required minLength={3} maxLength={200} aria-describedby="by-hint" />
        <span class="hint" id="by-hint">
          {t.decide.decidedByHint}
        </span>
      </div>
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
      {problem?.violations === undefined ? null : <Violations violations={problem.violations} />}
      <div>
        <button type="submit" class="button first" disabled={busy || usable.length === 0}>
          {busy ? t.decide.checking : t.decide.publish}
        </button>
      </div>
    </form>
  );
}

/** Makes a plan of the run where there is none yet, and publishes it as it was seen; `null` when it is published. */
async function publish(
  run: string,
  draft: PlanShape | null,
  decision: { readonly by: string; readonly reason: string },
  dataRoundId: string,
): Promise<Refused | null> {
  const made = draft === null ? await send<PlanShape>("POST", "/v1/plans", { body: { runId: run } }) : null;
  if (made !== null && !made.ok) return made.problem;
  const id = draft?.id ?? (made?.ok ? made.body.id : "");
  const address = `/v1/plans/${encodeURIComponent(id)}`;
  const seen = await send<PlanShape>("GET", address);
  if (!seen.ok) return seen.problem;
  const headers = { "if-match": seen.headers.get("etag") ?? "" };
  const answer = await send<PlanShape>("POST", `${address}/publish`, { body: { decision, dataRoundId }, headers });
  return answer.ok ? null : answer.problem;
}

function Violations({ violations }: { readonly violations: readonly ViolationShape[] }) {
  const { t } = useTexts();
  const subjects: Readonly<Record<string, string>> = t.run.subjects;
  const broken: Readonly<Record<string, string>> = t.decide.broken;
  return (
    <DataTable
      caption={t.decide.violations}
      rows={violations.map((violation, i) => ({ ...violation, key: String(i) }))}
      keyOf={({ key }) => key}
      rowsPerPage={10}
      columns={[
        {
          head: t.run.rule,
          rowHead: true,
          cell: ({ rule, detail }) => t.words.rules[rule] ?? broken[rule] ?? <span lang="en">{detail}</span>,
        },
        {
          head: t.run.subject,
          cell: ({ subjects: named }) =>
            Object.entries(named)
              .map(([kind, id]) => `${subjects[kind] ?? kind} ${id}`)
              .join(", "),
        },
      ]}
    />
  );
}

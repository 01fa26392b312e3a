import { useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import type { RunShape, StoredRound } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { NeedsRound } from "../parts/needs.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import { go, type Location } from "../router.ts";
import { EarlierRuns } from "./earlier-runs.tsx";
import { RunView } from "./run-view.tsx";

/** Step 4: have the round placed, and watch it. */
export function RunScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <>
      <div class="intro">
        <h1>{t.run.title}</h1>
        <p>{t.run.intro}</p>
      </div>
      {location.round === null ? <NeedsRound /> : <RoundRuns round={location.round} run={location.run} />}
    </>
  );
}

function RoundRuns({ round, run }: { readonly round: string; readonly run: string | null }) {
  const { t } = useTexts();
  const stored = useAnswer<StoredRound>(`/v1/rounds/${encodeURIComponent(round)}`, true);
  if (stored.state === "waiting") return <Busy />;
  if (stored.state === "refused") return <Refusal problem={stored.problem} again={stored.again} />;
  if (stored.body.issueCount.errors > 0)
    return <Notice kind="error" title={t.load.issuesIntro(t.load.errors(stored.body.issueCount.errors))} />;
  return (
    <div class="stack wide">
      {run === null ? <StartRun round={round} /> : <RunView key={run} id={run} />}
      <EarlierRuns round={round} current={run} />
    </div>
  );
}

const SECONDS = [10, 60, 300, 900] as const;

/** How long the search may take; and, for who wants to repeat a draw, its seed. */
function StartRun({ round }: { readonly round: string }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const seed = String(form.get("seed") ?? "").trim();
    setBusy(true);
    const body = { roundId: round, limits: { seconds: Number(form.get("seconds")) }, ...(seed === "" ? {} : { seed }) };
    const answer = await send<RunShape>("POST", "/v1/runs", { body });
    setBusy(false);
    if (answer.ok) go({ screen: "run", round, run: answer.body.id, open: null });
    else setProblem(answer.problem);
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <fieldset class="stack">
        <legend>{t.run.howLong}</legend>
        <p class="soft small">{t.run.howLongHint}</p>
        <div class="row">
          {SECONDS.map((seconds) => (
            <label key={seconds} class="choice">
              <input type="radio" name="seconds" value={seconds} defaultChecked={seconds === 60} />
              {t.run.duration(seconds)}
            </label>
          ))}
        </div>
      </fieldset>
      <details>
        <summary>{t.run.draw}</summary>
        <div class="field">
          <label for="seed">{t.run.seed}</label>
          <input id="seed" name="seed" maxLength={100} aria-describedby="seed-hint" />
          <span class="hint" id="seed-hint">
            {t.run.seedHint}
          </span>
        </div>
      </details>
      {problem === null ? null : <Refusal problem={problem} />}
      <div>
        <button type="submit" class="button first" disabled={busy}>
          {t.run.start}
        </button>
      </div>
    </form>
  );
}

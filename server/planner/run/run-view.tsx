import { useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import type { ProgressShape, RunShape } from "../api/shapes.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Figures } from "../parts/figures.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import { hrefOf } from "../router.ts";
import { ConflictTable } from "./conflict-table.tsx";
import { ProgressChart } from "./progress-chart.tsx";
import { gapOf, type Stage, stagesOf } from "./stages.ts";
import { isGoing, useLiveRun } from "./use-live-run.ts";

/** One run: live while it goes on, then how it ended and the way on. */
export function RunView({ id }: { readonly id: string }) {
  const { run, moments, problem, refresh } = useLiveRun(id);
  if (problem !== null) return <Refusal problem={problem} again={refresh} />;
  if (run === null) return <Busy />;
  const stages = stagesOf(moments.length === 0 && run.progress !== null ? [run.progress] : moments);
  return (
    <div class="stack wide">
      {isGoing(run) ? <Going run={run} stages={stages} refresh={refresh} /> : <Ended run={run} />}
      {moments.length === 0 ? null : <Stages stages={stages} />}
    </div>
  );
}

function Going({
  run,
  stages,
  refresh,
}: {
  readonly run: RunShape;
  readonly stages: readonly Stage[];
  readonly refresh: () => void;
}) {
  const { t, f } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const stage = stages.at(-1);
  const cancel = async () => {
    const answer = await send<RunShape>("POST", `/v1/runs/${encodeURIComponent(run.id)}/cancel`);
    if (answer.ok) refresh();
    else setProblem(answer.problem);
  };
  const placed = stages.find(({ last }) => last.objectives.includes("placed"))?.last.incumbent;
  return (
    <section class="panel stack">
      <div class="row between">
        <Busy text={run.state === "queued" ? t.run.queued(run.position ?? 0) : t.run.going} />
        <button type="button" class="button grave" disabled={run.cancelRequested} onClick={cancel}>
          {run.cancelRequested ? t.run.cancelling : t.run.cancel}
        </button>
      </div>
      {problem === null ? null : <Refusal problem={problem} />}
      {stage === undefined ? null : (
        <>
          <div>
            <h2>{objectiveNames(stage.last, t)}</h2>
            <p class="soft">{t.run.phase(stage.last.tier)}</p>
          </div>
          <Figures
            items={[
              [t.run.elapsed, t.run.seconds(f.number(stage.last.seconds))],
              ...(placed === undefined || placed === null ? [] : [[t.run.placedSoFar, f.number(placed)] as const]),
              [t.run.best, orDash(stage.last.incumbent, f)],
              [t.run.bound, orDash(stage.last.bound, f)],
              [t.run.gap, gapText(stage.last, f)],
            ]}
          />
          <p class="small soft">{t.run.explain(stage.last.sense)}</p>
          <figure class="stack">
            <ProgressChart moments={stage.moments} />
            <ul class="legend">
              <li>
                <svg viewBox="0 0 26 14" class="chart" aria-hidden="true">
                  <path class="best" d="M1 7H25" />
                </svg>
                {t.run.best}
              </li>
              <li>
                <svg viewBox="0 0 26 14" class="chart" aria-hidden="true">
                  <path class="limit" d="M1 7H25" />
                </svg>
                {t.run.bound}
              </li>
            </ul>
          </figure>
        </>
      )}
    </section>
  );
}

function Ended({ run }: { readonly run: RunShape }) {
  const { t, f } = useTexts();
  if (run.state === "infeasible") return <ConflictTable run={run} />;
  if (run.summary === null) {
    const words: Readonly<Record<string, string>> = t.problems;
    return (
      <Notice kind="error" title={t.run.states[run.state]} alert>
        <p>{words[run.problem?.code ?? ""] ?? run.problem?.detail ?? t.problems["nothing-found"]}</p>
        <p>
          <a class="button" href={hrefOf({ screen: "run", round: run.roundId, run: null, open: null })}>
            {t.run.again}
          </a>
        </p>
      </Notice>
    );
  }
  const { placed, deferred, reserve, ineligible } = run.summary.indicators;
  return (
    <section class="stack">
      <Notice kind="good" title={t.run.ended(run.stoppedBy ?? "proof")} alert>
        {run.quality === "proven-optimal" ? <p>{t.run.proven}</p> : <p>{t.run.notProven}</p>}
      </Notice>
      <Figures
        items={[
          [t.result.placed, f.number(placed)],
          [t.result.deferred, f.number(deferred)],
          [t.result.reserve, f.number(reserve)],
          [t.result.ineligible, f.number(ineligible)],
        ]}
      />
      <div class="row">
        <a class="button first" href={hrefOf({ screen: "result", round: run.roundId, run: run.id, open: null })}>
          {t.run.toResult}
        </a>
        <a class="button" href={hrefOf({ screen: "run", round: run.roundId, run: null, open: null })}>
          {t.run.again}
        </a>
      </div>
    </section>
  );
}

function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  const { t, f } = useTexts();
  return (
    <DataTable
      caption={t.run.stages}
      rows={stages}
      keyOf={({ key }) => key}
      columns={[
        {
          head: t.run.aim,
          rowHead: true,
          cell: ({ last }) => `${last.tier}. ${objectiveNames(last, t)}${last.entry > 1 ? ` (${last.entry})` : ""}`,
        },
        { head: t.run.best, number: true, cell: ({ last }) => orDash(last.incumbent, f) },
        { head: t.run.bound, number: true, cell: ({ last }) => orDash(last.bound, f) },
        { head: t.run.gap, number: true, cell: ({ last }) => gapText(last, f) },
        { head: t.run.elapsed, number: true, cell: ({ last }) => t.run.seconds(f.number(last.seconds, 1)) },
      ]}
    />
  );
}

function objectiveNames({ objectives }: ProgressShape, t: Texts["t"]): string {
  return objectives.map((id) => t.words.objectives[id]).join(" + ");
}

function orDash(value: number | null, f: Texts["f"]): string {
  return value === null ? "–" : f.number(value, 1);
}

function gapText(moment: ProgressShape, f: Texts["f"]): string {
  const gap = gapOf(moment);
  return gap === null ? "–" : f.percent(gap, 1);
}

import { useState } from "preact/hooks";
import type { ObjectiveId } from "../../../engine/domain/policy.ts";
import type { Curve, CurvePoint } from "../../../engine/simulate/trade-off/curve.ts";
import { type Refused, send } from "../api/client.ts";
import type { RunShape, StoredRound } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { go, type Location } from "../router.ts";
import { RunView } from "../run/run-view.tsx";
import { isGoing, useLiveRun } from "../run/use-live-run.ts";
import { CurvePoints } from "./curve-points.tsx";

/** A trade-off as the service answers it: the run that makes it, and the curve once it is there. */
interface TradeOffAnswer {
  readonly run: RunShape;
  readonly curve: Curve | null;
}

/** Asks what a later aim gains when an earlier one may lose, and lets a point of the answer become the policy. */
export function TradeOff({
  round,
  run,
  curve,
  location,
}: {
  readonly round: string;
  readonly run: string;
  readonly curve: string | null;
  readonly location: Location;
}) {
  return (
    <div class="stack wide">
      <AskCurve run={run} location={location} />
      {curve === null ? null : <CurveOf key={curve} id={curve} round={round} />}
    </div>
  );
}

function AskCurve({ run, location }: { readonly run: string; readonly location: Location }) {
  const { t } = useTexts();
  const base = useAnswer<RunShape>(`/v1/runs/${encodeURIComponent(run)}`, true);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [give, setGive] = useState<ObjectiveId | null>(null);
  const [gain, setGain] = useState<ObjectiveId | null>(null);
  if (base.state === "waiting") return <Busy />;
  if (base.state === "refused") return <Refusal problem={base.problem} again={base.again} />;
  const all: readonly ObjectiveId[] = (base.body.summary?.tiers ?? []).flatMap(({ objectives }) =>
    objectives.length === 1 ? objectives : [],
  );
  const givers: readonly ObjectiveId[] = all.filter((id) => id !== "placed" && id !== "lottery" && id !== all.at(-1));
  const chosenGive = give ?? (givers.includes("representativeness") ? "representativeness" : (givers[0] ?? null));
  const gainers: readonly ObjectiveId[] = all
    .slice(chosenGive === null ? 0 : all.indexOf(chosenGive) + 1)
    .filter((id) => id !== "lottery" && id !== "placed");
  const chosenGain =
    gain !== null && gainers.includes(gain) ? gain : gainers.includes("wishes") ? "wishes" : (gainers[0] ?? null);
  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    const body = { runId: run, give: chosenGive, gain: chosenGain, points: 7 };
    const answer = await send<TradeOffAnswer>("POST", "/v1/trade-offs", { body });
    setBusy(false);
    if (answer.ok) go({ ...location, open: `curve/${answer.body.run.id}` });
    else setProblem(answer.problem);
  };
  const field = (
    id: string,
    label: string,
    value: ObjectiveId | null,
    options: readonly ObjectiveId[],
    set: (id: ObjectiveId) => void,
  ) => (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ""} onChange={(event) => set(event.currentTarget.value as ObjectiveId)}>
        {options.map((one) => (
          <option key={one} value={one}>
            {t.words.objectives[one]}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="panel stack" onSubmit={ask}>
      <p class="soft">{t.whatIf.curveIntro}</p>
      <div class="row end">
        {field("curve-give", t.whatIf.give, chosenGive, givers, setGive)}
        {field("curve-gain", t.whatIf.gain, chosenGain, gainers, setGain)}
        <button type="submit" class="button first" disabled={busy || chosenGive === null || chosenGain === null}>
          {t.whatIf.ask}
        </button>
      </div>
      {problem === null ? null : <Refusal problem={problem} />}
    </form>
  );
}

function CurveOf({ id, round }: { readonly id: string; readonly round: string }) {
  const { run, problem, refresh } = useLiveRun(id);
  if (problem !== null) return <Refusal problem={problem} again={refresh} />;
  if (run === null) return <Busy />;
  return isGoing(run) ? <RunView id={id} /> : <CurveMade id={id} round={round} />;
}

function CurveMade({ id, round }: { readonly id: string; readonly round: string }) {
  const { t } = useTexts();
  const answer = useAnswer<TradeOffAnswer>(`/v1/trade-offs/${encodeURIComponent(id)}`);
  const [problem, setProblem] = useState<Refused | null>(null);
  if (answer.state === "waiting") return <Busy />;
  if (answer.state === "refused") return <Refusal problem={answer.problem} again={answer.again} />;
  const { curve, run } = answer.body;
  if (curve === null) return <RunView id={run.id} />;
  const take = async (point: CurvePoint) => {
    const made = await send<StoredRound>("POST", `/v1/rounds/${encodeURIComponent(round)}/scenarios`, {
      body: { patches: [point.patch] },
    });
    if (made.ok) go({ screen: "run", round: made.body.id, run: null, open: null });
    else setProblem(made.problem);
  };
  return (
    <section class="stack">
      <h2>{t.whatIf.curveTitle(t.words.objectives[curve.give], t.words.objectives[curve.gain])}</h2>
      {problem === null ? null : <Refusal problem={problem} />}
      <CurvePoints curve={curve} take={take} />
    </section>
  );
}

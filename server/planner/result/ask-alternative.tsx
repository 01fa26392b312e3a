import { useState } from "preact/hooks";
import type { Outcome } from "../../../engine/domain/result.ts";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import type { Refused } from "../api/client.ts";
import { useTexts } from "../language/texts.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Refusal } from "../parts/notices.tsx";
import { go } from "../router.ts";
import { scenariosOf, startVariant } from "../what-if/start-variant.ts";
import { missionsOf } from "./choices-made.tsx";
import { helpfulChanges } from "./helpful-changes.ts";
import type { Joined } from "./joined.ts";

/**
 * "Why not?", "where else?" and "what would have helped?" for one person, each answered by placing everybody again: with the person fixed at the
 * place asked for, or with one place or seat more. The answer is the comparison with this result: what it costs, and whom.
 */
export function AskAlternative({
  candidate,
  outcome,
  joined,
  round,
  run,
}: {
  readonly candidate: CandidateJson;
  readonly outcome: Exclude<Outcome, { outcome: "ineligible" }>;
  readonly joined: Joined;
  readonly round: string;
  readonly run: string;
}) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (patch: Patch) => {
    setBusy(true);
    setProblem(null);
    const started = await startVariant(scenariosOf(round), [patch], run);
    setBusy(false);
    if (started.ok) go({ screen: "what-if", round, run, open: `change/${started.body.id}/${encodeURIComponent(candidate.id)}` });
    else setProblem(started.problem);
  };
  return (
    <section class="stack">
      <div>
        <h2>{t.ask.title}</h2>
        <p class="soft">{t.ask.intro}</p>
      </div>
      <PlaceAsked candidate={candidate} joined={joined} busy={busy} ask={ask} />
      <h3>{t.ask.helped}</h3>
      <ul class="row plain-list">
        {helpfulChanges(candidate, outcome, joined).map((patch) => (
          <li key={JSON.stringify(patch)}>
            <button type="button" class="button little" disabled={busy} onClick={() => ask(patch)}>
              {patch.kind === "mission-places" ? t.ask.morePlaces(patch.mission) : t.ask.moreSeats(patch.promotion)}
            </button>
          </li>
        ))}
      </ul>
      {problem === null ? null : <Refusal problem={problem} />}
      {problem?.issues === undefined ? null : <IssueTable issues={problem.issues} round={null} />}
    </section>
  );
}

function PlaceAsked({
  candidate,
  joined,
  busy,
  ask,
}: {
  readonly candidate: CandidateJson;
  readonly joined: Joined;
  readonly busy: boolean;
  readonly ask: (patch: Patch) => void;
}) {
  const { t, f } = useTexts();
  const [rank, setRank] = useState(0);
  const [promotion, setPromotion] = useState(joined.round.promotions[0]?.id ?? "");
  const choices = candidate.choices.map((choice) => missionsOf(choice));
  const missions = choices[rank];
  if (missions === undefined) return null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask({ kind: "pinned", pin: { candidate: candidate.id, promotion, missions: [...missions] } });
  };
  return (
    <form class="panel row end" onSubmit={submit}>
      <div class="field">
        <label for="ask-choice">{t.ask.whyNot}</label>
        <select id="ask-choice" value={String(rank)} onChange={(event) => setRank(Number(event.currentTarget.value))}>
          {choices.map((one, i) => (
            <option key={one.join()} value={String(i)}>
              {one.join(" + ")} ({t.words.choiceOf(i + 1)})
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="ask-promotion">{t.common.promotion}</label>
        <select id="ask-promotion" value={promotion} onChange={(event) => setPromotion(event.currentTarget.value)}>
          {joined.round.promotions.map(({ id, start }) => (
            <option key={id} value={id}>
              {id}, {f.shortDay(start)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button first" disabled={busy}>
        {busy ? t.common.waiting : t.ask.ask}
      </button>
    </form>
  );
}

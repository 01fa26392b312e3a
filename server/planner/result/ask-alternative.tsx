import { useState } from "preact/hooks";
import type { Alternative, AlternativeAnswer } from "../../../engine/domain/explanation.ts";
import type { Outcome } from "../../../engine/domain/result.ts";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import { useQuestion } from "../api/use-question.ts";
import { useTexts } from "../language/texts.tsx";
import { Notice } from "../parts/notices.tsx";
import { Answered } from "./answered.tsx";
import { missionsOf } from "./choices-made.tsx";
import type { Joined } from "./joined.ts";
import { ChoiceOptions, PromotionOptions } from "./place-options.tsx";
import { SeeIt } from "./see-it.tsx";

/** The service's answer to a why-not, in the page's language. */
interface WhyNotAnswer {
  readonly text: readonly string[];
  readonly answer: AlternativeAnswer;
  readonly better: readonly unknown[] | null;
}

const ANY = "";

/** "Why not there?": forces it, has everybody else placed anew, and tells the first rule or aim that breaks, and by how much. */
export function AskAlternative({
  candidate,
  outcome,
  joined,
  round,
  run,
}: {
  readonly candidate: CandidateJson;
  readonly outcome: Outcome;
  readonly joined: Joined;
  readonly round: string;
  readonly run: string;
}) {
  const { t } = useTexts();
  const question = useQuestion<WhyNotAnswer>();
  const [choice, setChoice] = useState(outcome.outcome === "placed" ? "0" : ANY);
  const [promotion, setPromotion] = useState(nearestOf(outcome) ?? ANY);
  const chosen = choice === ANY ? undefined : candidate.choices[Number(choice)];
  const missions = chosen === undefined ? undefined : missionsOf(chosen);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const alternative = alternativeOf(promotion, missions);
    question.ask("POST", `/v1/runs/${encodeURIComponent(run)}/candidates/${encodeURIComponent(candidate.id)}/why-not`, {
      alternative,
    });
  };
  return (
    <section class="stack">
      <div>
        <h2>{t.ask.title}</h2>
        <p class="soft">{t.ask.intro}</p>
      </div>
      <form class="panel row end" onSubmit={submit}>
        <div class="field">
          <label for="ask-choice">{t.common.mission}</label>
          <select id="ask-choice" value={choice} onChange={(event) => setChoice(event.currentTarget.value)}>
            <option value={ANY}>{t.ask.anyChoice}</option>
            <ChoiceOptions choices={candidate.choices} />
          </select>
        </div>
        <div class="field">
          <label for="ask-promotion">{t.common.promotion}</label>
          <select id="ask-promotion" value={promotion} onChange={(event) => setPromotion(event.currentTarget.value)}>
            <option value={ANY}>{t.ask.anyPromotion}</option>
            <PromotionOptions promotions={joined.round.promotions} />
          </select>
        </div>
        <button type="submit" class="button first" disabled={question.state === "working"}>
          {t.ask.ask}
        </button>
      </form>
      <Answered
        question={question}
        show={({ text, answer, better }) => (
          <Notice title={text[0] ?? ""}>
            {text.slice(1).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {better === null ? null : <p>{t.told.better}</p>}
            <SeeIt candidate={candidate.id} patches={pinOf(candidate.id, answer.alternative)} round={round} run={run} />
          </Notice>
        )}
      />
    </section>
  );
}

/** The promotion the deferred ask about first: one that starts on their nearest date. */
function nearestOf(outcome: Outcome): string | undefined {
  if (outcome.outcome !== "deferred" || outcome.reason === null || !("nearest" in outcome.reason)) return undefined;
  return outcome.reason.nearest?.promotions[0];
}

function alternativeOf(promotion: string, missions: readonly string[] | undefined): Alternative {
  if (promotion === ANY && missions === undefined) return { kind: "placed" };
  return { kind: "place", ...(promotion === ANY ? {} : { promotion }), ...(missions === undefined ? {} : { missions }) };
}

/** A decision can fix what names a promotion; anything wider is only asked about. */
function pinOf(candidate: string, alternative: Alternative): readonly Patch[] {
  if (alternative.kind !== "place" || alternative.promotion === undefined) return [];
  const { promotion, missions } = alternative;
  return [{ kind: "pinned", pin: { candidate, promotion, ...(missions === undefined ? {} : { missions: [...missions] }) } }];
}

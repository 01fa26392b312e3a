import type { Outcome } from "../../../engine/domain/result.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import { letterLanguage } from "../decide/letter-language.ts";
import { LANGUAGE_NAMES } from "../language/language.ts";
import { useTexts } from "../language/texts.tsx";
import type { Joined } from "./joined.ts";
import { useDecisionTexts } from "./use-decision-texts.ts";

/** What is written about a decision: to the candidate in their language, and in the file in French and in Dutch. */
export function WrittenTexts({
  candidate,
  outcome,
  joined,
}: {
  readonly candidate: CandidateJson;
  readonly outcome: Outcome;
  readonly joined: Joined;
}) {
  const { t } = useTexts();
  const texts = useDecisionTexts();
  if (texts === null) return null;
  const startOf = (promotion: string) => joined.promotions.get(promotion)?.start ?? "";
  const written = [
    [t.ask.toCandidate, letterLanguage(candidate), "candidate"],
    [t.ask.forFile, "fr", "file"],
    [t.ask.forFile, "nl", "file"],
  ] as const;
  return (
    <section class="stack">
      <h2>{t.ask.written}</h2>
      <div>
        {written.map(([name, language, audience]) => (
          <details key={name + language}>
            <summary>
              {name} ({LANGUAGE_NAMES[language]})
            </summary>
            <blockquote lang={language} class="letter">
              {texts.decisionText(outcome, language, audience, startOf).map((line) => (
                <p key={line}>{line}</p>
              ))}
            </blockquote>
          </details>
        ))}
      </div>
    </section>
  );
}

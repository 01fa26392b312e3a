import type { Outcome } from "../../../engine/domain/result.ts";
import { useTexts } from "../language/texts.tsx";

const TONES = { placed: "good", deferred: "attention", reserve: "attention", ineligible: "plain" } as const;

/** An outcome as a coloured word. */
export function OutcomeTag({ outcome }: { readonly outcome: Outcome["outcome"] }) {
  const { t } = useTexts();
  return <span class={`tag ${TONES[outcome]}`}>{t.words.outcomes[outcome]}</span>;
}

import type { ChoiceJson, PromotionJson } from "../../../engine/input/round-schema.ts";
import { useTexts } from "../language/texts.tsx";
import { missionsOf } from "./choices-made.tsx";

/** The options of a choice of promotion: each with its start. */
export function PromotionOptions({ promotions }: { readonly promotions: readonly PromotionJson[] }) {
  const { f } = useTexts();
  return (
    <>
      {promotions.map(({ id, start }) => (
        <option key={id} value={id}>
          {id}, {f.shortDay(start)}
        </option>
      ))}
    </>
  );
}

/** The options of a choice among what somebody asked for, each by its position. */
export function ChoiceOptions({ choices }: { readonly choices: readonly ChoiceJson[] }) {
  const { t } = useTexts();
  return (
    <>
      {choices.map((one, i) => (
        <option key={missionsOf(one).join()} value={String(i)}>
          {missionsOf(one).join(" + ")} ({t.words.choiceOf(i + 1)})
        </option>
      ))}
    </>
  );
}

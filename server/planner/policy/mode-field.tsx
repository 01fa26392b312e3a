import { useId } from "preact/hooks";
import type { Mode } from "../../../engine/domain/policy.ts";
import { useTexts } from "../language/texts.tsx";

/** An aim that is met as far as possible, or an obligation that no placement may break. */
export function ModeField({
  name,
  mode,
  change,
}: {
  readonly name: string;
  readonly mode: Mode;
  readonly change: (mode: Mode) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset class="field">
      <legend>
        {t.policy.binding} <span class="unseen">{name}</span>
      </legend>
      {(["soft", "hard"] as const).map((one) => (
        <label key={one} class="option">
          <input type="radio" name={id} checked={mode === one} onChange={() => change(one)} />
          {t.policy.modes[one]}
        </label>
      ))}
    </fieldset>
  );
}

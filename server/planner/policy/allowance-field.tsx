import { useId } from "preact/hooks";
import type { Allowance } from "../../../engine/domain/policy.ts";
import { useTexts } from "../language/texts.tsx";

/** How much of an aim later ones may spend: in its own unit, or as a share of its best value. */
export function AllowanceField({
  name,
  allowance,
  change,
}: {
  readonly name: string;
  readonly allowance: Allowance;
  readonly change: (allowance: Allowance) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  const relative = "relative" in allowance;
  const value = relative ? Math.round(allowance.relative * 1000) / 10 : allowance.absolute;
  const set = (text: string, share: boolean) => {
    const number = Math.max(0, Number(text) || 0);
    change(share ? { relative: Math.min(1, Math.round(number * 10) / 1000) } : { absolute: Math.round(number) });
  };
  return (
    <div class="allowance">
      <label for={id} class="small">
        {t.policy.allowance} <span class="unseen">{name}</span>
      </label>
      <span class="row">
        <input
          id={id}
          type="number"
          min={0}
          step={relative ? 0.1 : 1}
          value={value}
          onChange={(event) => set(event.currentTarget.value, relative)}
        />
        <select
          aria-label={t.policy.allowanceUnit(name)}
          value={relative ? "relative" : "absolute"}
          onChange={(event) => set(String(value), event.currentTarget.value === "relative")}
        >
          <option value="absolute">{t.policy.units}</option>
          <option value="relative">%</option>
        </select>
      </span>
    </div>
  );
}

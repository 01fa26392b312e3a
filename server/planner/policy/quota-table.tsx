import { useId } from "preact/hooks";
import type { Mode } from "../../../engine/domain/policy.ts";
import { useTexts } from "../language/texts.tsx";
import { ModeField } from "./mode-field.tsx";

type Quotas = Readonly<Record<string, { readonly min: number; readonly max: number }>>;

/** A dimension with quotas in persons per promotion instead of target shares. */
export function QuotaTable({
  title,
  article,
  quotas,
  mode,
  applicants,
  setQuotas,
  setMode,
  takeOut,
}: {
  readonly title: string;
  readonly article: string;
  readonly quotas: Quotas;
  readonly mode: Mode;
  readonly applicants: Readonly<Record<string, number>>;
  readonly setQuotas: (quotas: Quotas) => void;
  readonly setMode: (mode: Mode) => void;
  readonly takeOut: () => void;
}) {
  const { t, f } = useTexts();
  const id = useId();
  const field = (category: string, end: "min" | "max", quota: { readonly min: number; readonly max: number }) => (
    <input
      type="number"
      min={0}
      step={1}
      aria-label={`${t.policy[end]}: ${t.words.categories[category] ?? category}`}
      value={quota[end]}
      onChange={(event) =>
        setQuotas({ ...quotas, [category]: { ...quota, [end]: Math.max(0, Math.round(Number(event.currentTarget.value) || 0)) } })
      }
    />
  );
  return (
    <section class="panel stack" aria-labelledby={id}>
      <div class="row between">
        <h3 id={id}>{title}</h3>
        <span class="tag plain">{t.common.article(article)}</span>
      </div>
      <table class="targets">
        <thead>
          <tr>
            <th scope="col">{t.policy.group}</th>
            <th scope="col" class="number">
              {t.policy.candidates}
            </th>
            <th scope="col">{t.policy.min}</th>
            <th scope="col">{t.policy.max}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(quotas).map(([category, quota]) => (
            <tr key={category}>
              <th scope="row">{t.words.categories[category] ?? category}</th>
              <td class="number">{f.number(applicants[category] ?? 0)}</td>
              <td>{field(category, "min", quota)}</td>
              <td>{field(category, "max", quota)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ModeField name={title} mode={mode} change={setMode} />
      <div>
        <button type="button" class="link small" aria-label={`${t.policy.switchOff}: ${title}`} onClick={takeOut}>
          {t.policy.switchOff}
        </button>
      </div>
    </section>
  );
}

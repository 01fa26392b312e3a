import { useId } from "preact/hooks";
import type { Mode } from "../../../engine/domain/policy.ts";
import { useTexts } from "../language/texts.tsx";
import { ModeField } from "./mode-field.tsx";
import { sumsToOne } from "./policy-draft.ts";
import { ShareField } from "./share-field.tsx";

/** The targets of one dimension or of the Regions: population, candidates, target; then the tolerance and how binding it is. */
export function TargetTable({
  title,
  article,
  targets,
  tolerance,
  mode,
  population,
  applicants,
  applicantsHead,
  nameOf,
  setTargets,
  setTolerance,
  setMode,
  takeOut,
}: {
  readonly title: string;
  readonly article: string;
  readonly targets: Readonly<Record<string, number>>;
  readonly tolerance: number;
  readonly mode: Mode;
  readonly population: Readonly<Record<string, number>>;
  /** Persons. */
  readonly applicants: Readonly<Record<string, number>>;
  readonly applicantsHead?: string;
  readonly nameOf: (category: string) => string;
  readonly setTargets: (targets: Readonly<Record<string, number>>) => void;
  readonly setTolerance: (tolerance: number) => void;
  readonly setMode: (mode: Mode) => void;
  readonly takeOut: () => void;
}) {
  const { t, f } = useTexts();
  const id = useId();
  const all = Object.values(applicants).reduce((sum, count) => sum + count, 0);
  const sum = Object.values(targets).reduce((total, share) => total + share, 0);
  return (
    <section class="panel stack" aria-labelledby={id}>
      <div class="row between">
        <h3 id={id}>{title}</h3>
        <span class="tag plain">{t.common.article(article)}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its panel is scrolled by keyboard. */}
      <section class="bare-scroll" aria-label={title} tabIndex={0}>
        <table class="targets">
          <thead>
            <tr>
              <th scope="col">{t.policy.group}</th>
              <th scope="col" class="number">
                {t.policy.population}
              </th>
              <th scope="col" class="number">
                {applicantsHead ?? t.policy.candidates}
              </th>
              <th scope="col" class="number">
                {t.charts.target}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(targets).map(([category, share]) => (
              <tr key={category}>
                <th scope="row">{nameOf(category)}</th>
                <td class="number">{population[category] === undefined ? "–" : f.percent(population[category], 1)}</td>
                <td class="number">{all === 0 ? "–" : f.percent((applicants[category] ?? 0) / all, 1)}</td>
                <td class="number">
                  <ShareField
                    label={t.policy.targetOf(title, nameOf(category))}
                    share={share}
                    change={(value) => setTargets({ ...targets, [category]: value })}
                  />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t.policy.sum}</th>
              <td />
              <td />
              <td class="number">
                <span class={sumsToOne(targets) ? "" : "tag error"}>{f.percent(sum, 1)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      </section>
      <div class="field">
        <label for={`${id}-tolerance`}>{t.policy.tolerance}</label>
        <ShareField id={`${id}-tolerance`} label={t.policy.tolerance} share={tolerance} change={setTolerance} />
        <span class="hint">{t.policy.toleranceHint}</span>
      </div>
      <ModeField name={title} mode={mode} change={setMode} />
      <div>
        <button type="button" class="link small" aria-label={`${t.policy.switchOff}: ${title}`} onClick={takeOut}>
          {t.policy.switchOff}
        </button>
      </div>
    </section>
  );
}

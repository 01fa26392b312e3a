import type { Policy } from "../../../engine/domain/policy.ts";
import type { PromotionResult } from "../../../engine/domain/result.ts";
import { useQuestion } from "../api/use-question.ts";
import { useTexts } from "../language/texts.tsx";
import { BandStrip } from "../parts/band-strip.tsx";
import { type WhyBand, WhyOutside } from "./why-outside.tsx";

/** A promotion's persons per group against their bands: the strip shows where the count lies, the numbers stand beside it. */
export function Composition({
  promotion,
  policy,
  run,
}: {
  readonly promotion: PromotionResult;
  readonly policy: Policy;
  readonly run: string | null;
}) {
  const { t, f } = useTexts();
  const question = useQuestion<WhyBand>();
  const ask = (dimension: string, category: string) => {
    if (run === null) return;
    question.ask("POST", `/v1/runs/${encodeURIComponent(run)}/why-band`, { promotion: promotion.id, dimension, category });
  };
  const dimensions = Object.entries(promotion.counts);
  if (dimensions.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t.result.composition}</h2>
      <Legend />
      <div class="columns broad">
        {dimensions.map(([dimension, counts]) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the table is scrolled by keyboard.
          <section key={dimension} class="bare-scroll panel" aria-label={t.words.dimensions[dimension] ?? dimension} tabIndex={0}>
            <table class="targets">
              <caption>{t.words.dimensions[dimension] ?? dimension}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.policy.group}</th>
                  <th scope="col" class="number">
                    {t.result.count}
                  </th>
                  <th scope="col" class="number">
                    {t.result.band}
                  </th>
                  <th scope="col">
                    <span class="unseen">{t.result.picture}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {Object.entries(counts).map(([category, count]) => {
                  const band = promotion.bands[dimension]?.[category] ?? null;
                  const outside = band !== null && (count < band[0] || count > band[1]);
                  const target = targetOf(policy, dimension, category);
                  return (
                    <tr key={category}>
                      <th scope="row">{t.words.categories[category] ?? category}</th>
                      <td class="number">{outside ? <strong class="outside">{f.number(count)}</strong> : f.number(count)}</td>
                      <td class="number">{band === null ? "–" : t.result.range(f.number(band[0]), f.number(band[1]))}</td>
                      <td>
                        <BandStrip
                          count={count}
                          band={band}
                          size={promotion.size}
                          {...(target === null ? {} : { target: target * promotion.size })}
                        />
                        {outside && run !== null ? (
                          <button
                            type="button"
                            class="link no-print"
                            aria-label={t.result.whyOutsideOf(t.words.categories[category] ?? category)}
                            onClick={() => ask(dimension, category)}
                          >
                            {t.result.whyOutside}
                          </button>
                        ) : null}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        ))}
      </div>
      <WhyOutside question={question} />
    </section>
  );
}

function targetOf(policy: Policy, dimension: string, category: string): number | null {
  const known = policy.representativeness?.find((one) => one.dimension === dimension);
  return known !== undefined && "targets" in known ? (known.targets[category] ?? null) : null;
}

/** How to read the strips. */
export function Legend() {
  const { t } = useTexts();
  return (
    <ul class="legend">
      <li>
        <svg class="band" viewBox="0 0 26 14" aria-hidden="true">
          <rect class="allowed" x="2" y="1" width="22" height="12" rx="2" />
        </svg>
        {t.charts.band}
      </li>
      <li>
        <svg class="band" viewBox="0 0 26 14" aria-hidden="true">
          <line class="target" x1="13" x2="13" y1="0" y2="14" />
        </svg>
        {t.charts.target}
      </li>
      <li>
        <svg class="band" viewBox="0 0 26 14" aria-hidden="true">
          <circle class="count" cx="13" cy="7" r="5" />
        </svg>
        {t.charts.within}
      </li>
      <li>
        <svg class="band" viewBox="0 0 26 14" aria-hidden="true">
          <circle class="count outside" cx="13" cy="7" r="5" />
        </svg>
        {t.charts.outside}
      </li>
    </ul>
  );
}

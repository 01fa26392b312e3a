import { useTexts } from "../language/texts.tsx";

const TONES = ["rank-1", "rank-2", "rank-3"] as const;

/** How many got their first, second, third choice: one bar, with the table beside it. */
export function RankProfile({ ranks }: { readonly ranks: readonly number[] }) {
  const { t, f } = useTexts();
  const all = ranks.reduce((sum, count) => sum + count, 0);
  const starts = ranks.map((_, i) => ranks.slice(0, i).reduce((sum, count) => sum + count, 0));
  return (
    <section class="stack">
      <h2>{t.result.choices}</h2>
      <div class="columns">
        <svg class="rank-bar" role="img" aria-label={t.result.choices}>
          {ranks.map((count, i) => (
            <rect
              key={i}
              class={TONES[Math.min(i, TONES.length - 1)]}
              x={`${(100 * (starts[i] ?? 0)) / Math.max(1, all)}%`}
              y="0"
              width={`${Math.max(0, (100 * count) / Math.max(1, all) - 0.4)}%`}
              height="100%"
            />
          ))}
        </svg>
        <table>
          <caption class="unseen">{t.result.choices}</caption>
          <thead>
            <tr>
              <th scope="col">{t.result.choice}</th>
              <th scope="col" class="number">
                {t.result.people}
              </th>
              <th scope="col" class="number">
                {t.result.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranks.map((count, i) => (
              <tr key={i}>
                <th scope="row">
                  <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
                    <rect class={TONES[Math.min(i, TONES.length - 1)]} width="12" height="12" rx="2" />
                  </svg>{" "}
                  {t.words.choiceOf(i + 1)}
                </th>
                <td class="number">{f.number(count)}</td>
                <td class="number">{f.percent(all === 0 ? 0 : count / all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

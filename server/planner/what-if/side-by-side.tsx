import type { Comparison } from "../../../engine/simulate/comparison/compare-results.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Notice } from "../parts/notices.tsx";

type TierCompared = Comparison["tiers"][number];

const TONES = { better: "good", worse: "attention", equal: "plain", "not-comparable": "plain" } as const;

/** The aims of two placements side by side, with a sentence that says what got better and what worse. */
export function SideBySide({ tiers }: { readonly tiers: readonly TierCompared[] }) {
  const { t, f } = useTexts();
  const rows = tiers.filter(({ objectives }) => !objectives.includes("lottery"));
  const named = (verdict: TierCompared["verdict"]) =>
    f.list(
      rows
        .filter((tier) => tier.verdict === verdict)
        .map(({ objectives }) => objectives.map((id) => t.words.objectives[id]).join(" + ")),
    );
  const [better, worse] = [named("better"), named("worse")];
  return (
    <section class="stack">
      <Notice kind={worse === "" ? "good" : "plain"} title={better === "" && worse === "" ? t.whatIf.same : t.whatIf.inShort}>
        {better === "" ? null : (
          <p>
            <strong>{t.whatIf.verdicts.better}</strong>: {better}.
          </p>
        )}
        {worse === "" ? null : (
          <p>
            <strong>{t.whatIf.verdicts.worse}</strong>: {worse}.
          </p>
        )}
        {rows.every(isProven) ? null : <p class="small">{t.whatIf.caution}</p>}
      </Notice>
      <DataTable
        caption={t.result.aims}
        rows={rows}
        keyOf={({ objectives }) => objectives.join()}
        columns={[
          {
            head: t.run.aim,
            rowHead: true,
            cell: ({ objectives }) => objectives.map((id) => t.words.objectives[id]).join(" + "),
          },
          { head: t.result.unit, cell: ({ objectives }) => t.result.units[objectives[0] ?? "placed"] },
          { head: t.whatIf.base, number: true, cell: ({ base }) => valueText(base?.value ?? null, f) },
          { head: t.whatIf.variant, number: true, cell: ({ other }) => valueText(other?.value ?? null, f) },
          {
            head: t.whatIf.difference,
            number: true,
            cell: ({ difference }) =>
              difference === null
                ? "–"
                : [difference]
                    .flat()
                    .map((one) => f.signed(one))
                    .join(" / "),
          },
          {
            head: t.whatIf.verdict,
            cell: ({ verdict }) => <span class={`tag ${TONES[verdict]}`}>{t.whatIf.verdicts[verdict]}</span>,
            sortBy: ({ verdict }) => verdict,
          },
        ]}
      />
    </section>
  );
}

/** Whether both values are proven, or the aim stands in one of the two only. */
function isProven({ base, other }: TierCompared): boolean {
  return [base, other].every((tier) => tier === null || tier.quality === "proven-optimal");
}

function valueText(value: number | readonly number[] | null, f: Texts["f"]): string {
  return value === null
    ? "–"
    : [value]
        .flat()
        .map((one) => f.number(one))
        .join(" / ");
}

import type { Result, TierResult } from "../../../engine/domain/result.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";

/** The aims in their order: what was reached, the best there can be, and whether it is proven. */
export function TierTable({ result }: { readonly result: Result }) {
  const { t, f } = useTexts();
  const rows = result.tiers.map((tier, i) => ({ tier, position: i + 1 }));
  return (
    <div class="stack">
      <DataTable
        caption={t.result.aims}
        rows={rows}
        keyOf={({ position }) => String(position)}
        columns={[
          { head: t.result.position, number: true, cell: ({ position }) => f.number(position) },
          { head: t.run.aim, rowHead: true, cell: ({ tier }) => tierName(tier, t) },
          { head: t.result.unit, cell: ({ tier }) => t.result.units[tier.objectives[0] ?? "placed"] },
          { head: t.result.reached, number: true, cell: ({ tier }) => (isDrawn(tier) ? "–" : figures(tier.value, f)) },
          { head: t.run.bound, number: true, cell: ({ tier }) => figures(tier.bound, f) },
          { head: t.result.standing, cell: ({ tier }) => <Standing tier={tier} /> },
        ]}
      />
      <p class="small soft">{t.result.aimsHint}</p>
    </div>
  );
}

/** The value of the lottery is the sum of drawn numbers: it says nothing to anybody. */
function isDrawn({ objectives }: TierResult): boolean {
  return objectives.includes("lottery");
}

function tierName({ objectives }: Pick<TierResult, "objectives">, t: Texts["t"]): string {
  return objectives.map((id) => t.words.objectives[id]).join(" + ");
}

/** A figure, or the entries of a list; a dash where nothing is known. */
function figures(value: TierResult["bound"], f: Texts["f"]): string {
  return [value]
    .flat()
    .map((entry) => (entry === null ? "–" : f.number(entry)))
    .join(" / ");
}

/** How far the value can be from the best there is, in the tier's own unit: persons, days, promotions. */
function Standing({ tier }: { readonly tier: TierResult }) {
  const { t, f } = useTexts();
  if (isDrawn(tier)) return <span class="tag plain">{t.result.drawn}</span>;
  if (tier.quality === "proven-optimal") return <span class="tag good">{t.result.proven}</span>;
  const bounds = [tier.bound].flat();
  const amounts = [tier.value].flat().map((value, i) => {
    const bound = bounds[i] ?? null;
    return bound === null ? null : Math.abs(value - bound);
  });
  // The bound holds under what earlier aims reached; those may still get better, so it is not called proven.
  if (amounts.every((amount) => amount === 0)) return <span class="tag plain">{t.result.atBest}</span>;
  const shown = amounts.map((amount) => (amount === null ? "–" : f.number(amount))).join(" / ");
  return <span class="tag attention">{t.result.gap(shown)}</span>;
}

import { useState } from "preact/hooks";
import type { Curve, CurvePoint } from "../../../engine/simulate/trade-off/curve.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Notice } from "../parts/notices.tsx";
import { CurveChart } from "./curve-chart.tsx";

/** The points of a curve as a chart and as a table; one of them is chosen in either. */
export function CurvePoints({ curve, take }: { readonly curve: Curve; readonly take: (point: CurvePoint) => void }) {
  const { t, f } = useTexts();
  const [chosen, choose] = useState(0);
  const point = curve.points[chosen];
  const rows = curve.points.map((one, i) => ({ ...one, i }));
  return (
    <div class="stack">
      {curve.complete ? null : <p class="small soft">{t.whatIf.notComplete}</p>}
      <div class="columns broad">
        <figure class="panel">
          <CurveChart curve={curve} chosen={chosen} choose={choose} />
        </figure>
        <DataTable
          caption={t.whatIf.points}
          rows={rows}
          keyOf={({ i }) => String(i)}
          columns={[
            {
              head: t.whatIf.pointHead,
              rowHead: true,
              cell: ({ i, allowance }) => (
                <label class="row">
                  <input type="radio" name="curve-point" checked={i === chosen} onChange={() => choose(i)} />
                  {t.whatIf.margin(f.number(allowance))}
                </label>
              ),
            },
            { head: t.words.objectives[curve.give], number: true, cell: ({ give }) => valueText(give, f) },
            { head: t.words.objectives[curve.gain], number: true, cell: ({ gain }) => valueText(gain, f) },
            { head: t.result.placed, number: true, cell: ({ indicators }) => f.number(indicators.placed) },
            {
              head: t.result.standing,
              cell: ({ proven }) =>
                proven ? <span class="tag good">{t.result.proven}</span> : <span class="tag plain">{t.whatIf.notProven}</span>,
            },
          ]}
        />
      </div>
      {point === undefined ? null : (
        <Notice title={t.whatIf.chosenPoint(valueText(point.give, f), valueText(point.gain, f))}>
          <p>
            <button type="button" class="button first" onClick={() => take(point)}>
              {t.whatIf.usePoint}
            </button>
          </p>
        </Notice>
      )}
    </div>
  );
}

function valueText(value: CurvePoint["give"], f: Texts["f"]): string {
  return [value]
    .flat()
    .map((one) => f.number(one))
    .join(" / ");
}

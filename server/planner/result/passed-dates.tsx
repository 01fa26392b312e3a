import type { Outcome } from "../../../engine/domain/result.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { aimName } from "./aim-name.ts";
import { reasonWords } from "./reason-words.ts";

/** For somebody deferred: the nearest date and every later one passed over, with what giving it would break and by how much. */
export function PassedDates({ outcome }: { readonly outcome: Outcome }) {
  const { t, f } = useTexts();
  if (outcome.outcome !== "deferred" || outcome.reason === null || outcome.reason.code === "no-fit") return null;
  const { nearest, passed = [], ...ground } = outcome.reason;
  const rows = [...(nearest === undefined ? [] : [{ ...ground, date: nearest.date }]), ...passed];
  return (
    <DataTable
      caption={t.ask.passed}
      rows={rows}
      keyOf={({ date }) => date}
      rowsPerPage={10}
      columns={[
        { head: t.common.start, rowHead: true, cell: ({ date }) => f.day(date), sortBy: ({ date }) => date },
        { head: t.ask.inTheWay, cell: (one) => reasonWords(one, t), sortBy: ({ code }) => code },
        { head: t.run.aim, cell: ({ price }) => (price === undefined ? "–" : aimName(price.tier, t)) },
        {
          head: t.ask.byHowMuch,
          number: true,
          cell: ({ price }) => {
            if (price === undefined) return "–";
            const [least, most] = [f.number(price.by), price.atMost];
            return most === undefined ? least : t.result.range(least, f.number(most));
          },
        },
        {
          head: t.ask.selection,
          cell: ({ selection }) => (selection === "lottery" ? t.told.phrase.lottery : "–"),
        },
      ]}
    />
  );
}

import { useTexts } from "../language/texts.tsx";
import { BandStrip } from "../parts/band-strip.tsx";
import { DataTable } from "../parts/data-table.tsx";
import type { Location } from "../router.ts";
import type { Joined } from "./joined.ts";
import { hrefTo } from "./tabs.ts";

/** Every promotion: its size, how far it lies from its targets, and who serves in another Region. */
export function Promotions({ joined, location }: { readonly joined: Joined; readonly location: Location }) {
  const { t, f } = useTexts();
  const most = Math.max(1, ...joined.round.promotions.map(({ maxSize }) => maxSize));
  const rows = joined.result.promotions.map((promotion) => ({ ...promotion, given: joined.promotions.get(promotion.id) }));
  return (
    <DataTable
      caption={t.result.promotionsCaption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t.common.promotion,
          rowHead: true,
          cell: ({ id }) => <a href={hrefTo(location, "promotions", id)}>{id}</a>,
          sortBy: ({ id }) => id,
        },
        {
          head: t.common.start,
          cell: ({ given }) => (given === undefined ? "–" : f.shortDay(given.start)),
          sortBy: ({ given }) => given?.start ?? "",
        },
        { head: t.result.size, number: true, cell: ({ size }) => f.number(size), sortBy: ({ size }) => size },
        {
          head: t.result.mayHave,
          cell: ({ size, given }) =>
            given === undefined ? null : (
              <BandStrip
                count={size}
                size={most}
                band={size === 0 ? null : [given.minSize ?? 0, given.maxSize - (given.keepFree ?? 0)]}
              />
            ),
        },
        { head: t.result.placedHere, number: true, cell: ({ placed }) => f.number(placed), sortBy: ({ placed }) => placed },
        {
          head: t.result.outside,
          number: true,
          cell: ({ deviation, placed }) =>
            placed === 0 ? "–" : <span class={deviation > 0 ? "tag attention" : "tag good"}>{f.number(deviation)}</span>,
          sortBy: ({ deviation }) => deviation,
        },
        {
          head: t.result.elsewhere,
          number: true,
          cell: ({ crossRegion }) => f.number(crossRegion),
          sortBy: ({ crossRegion }) => crossRegion,
        },
      ]}
    />
  );
}

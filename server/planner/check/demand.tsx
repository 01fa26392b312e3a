import { useState } from "preact/hooks";
import type { Overview } from "../../schemas/overview.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";

const VIEWS = ["regions", "zones", "promotions", "missions"] as const;
type View = (typeof VIEWS)[number];

/** A line of demand: who asks for it, and how many it can take. */
interface Line {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly first: number;
  readonly candidates: number;
  readonly room: number;
}

/** Demand against places or seats, by Region, zone, promotion or mission. */
export function Demand({ overview }: { readonly overview: Overview }) {
  const texts = useTexts();
  const { t, f } = texts;
  const [view, setView] = useState<View>("regions");
  const lines = linesOf(view, overview, texts);
  const most = Math.max(1, ...lines.map(({ first, room }) => Math.max(first, room)));
  const firstHead = view === "promotions" ? t.check.nearest : t.check.first;
  return (
    <section class="stack">
      <div>
        <h2>{t.check.demand}</h2>
        <p class="soft">{t.check.demandIntro}</p>
      </div>
      <fieldset class="row" aria-label={t.check.demandBy}>
        {VIEWS.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="demand" checked={one === view} onChange={() => setView(one)} />
            {t.check.views[one]}
          </label>
        ))}
      </fieldset>
      <DataTable
        key={view}
        caption={t.check.demandCaption(t.check.views[view])}
        rows={lines}
        keyOf={({ key }) => key}
        columns={[
          {
            head: t.check.viewHeads[view],
            rowHead: true,
            cell: ({ name, note }) => (
              <>
                {name}
                {note === "" ? null : <span class="soft small"> {note}</span>}
              </>
            ),
            sortBy: ({ name }) => name,
          },
          {
            head: view === "zones" || view === "promotions" ? t.check.seats : t.check.places,
            number: true,
            cell: ({ room }) => f.number(room),
            sortBy: ({ room }) => room,
          },
          { head: firstHead, number: true, cell: ({ first }) => f.number(first), sortBy: ({ first }) => first },
          {
            head: t.check.anyChoice,
            number: true,
            cell: ({ candidates }) => f.number(candidates),
            sortBy: ({ candidates }) => candidates,
          },
          {
            head: t.check.against,
            cell: ({ first, room }) => <DemandBar first={first} room={room} most={most} />,
            sortBy: ({ first, room }) => first / Math.max(1, room),
          },
        ]}
      />
    </section>
  );
}

/** First choices as a bar, places as a mark on the same scale. */
function DemandBar({ first, room, most }: { readonly first: number; readonly room: number; readonly most: number }) {
  const { t, f } = useTexts();
  const scale = (count: number) => (98 * count) / most;
  return (
    <svg class="band" role="img" aria-label={t.check.bar(f.number(first), f.number(room))}>
      <rect class="ground" x="1%" y="8" width="98%" height="10" />
      <rect class={first > room ? "over-demand" : "under-demand"} x="1%" y="8" width={`${scale(first)}%`} height="10" />
      <line class="target" x1={`${1 + scale(room)}%`} x2={`${1 + scale(room)}%`} y1="3" y2="23" />
    </svg>
  );
}

function linesOf(view: View, overview: Overview, { t, f }: Texts): readonly Line[] {
  switch (view) {
    case "regions":
      return overview.regions.map(({ region, places, ...rest }) => ({
        key: region,
        name: t.words.regions[region] ?? region,
        note: "",
        room: places,
        ...rest,
      }));
    case "zones":
      return overview.zones.map(({ zone, promotions, seats, first, candidates }) => ({
        key: promotions.join(),
        name: zoneName(zone, t),
        note: t.words.promotions(promotions.length),
        room: seats,
        first,
        candidates,
      }));
    case "promotions":
      return overview.promotions.map(({ id, start, seats, nearest, candidates }) => ({
        key: id,
        name: id,
        note: f.shortDay(start),
        room: seats,
        first: nearest,
        candidates,
      }));
    case "missions":
      return overview.missions.map(({ id, host, region, places, first, candidates }) => ({
        key: id,
        name: id,
        note: `${host}, ${t.words.regions[region] ?? region}`,
        room: places,
        first,
        candidates,
      }));
  }
}

/** A zone in words: its provinces, Regions, language areas and the number of single municipalities. */
export function zoneName(zone: Overview["zones"][number]["zone"], t: Texts["t"]): string {
  const named = [
    ...zone.regions.map((region) => t.words.regions[region] ?? region),
    ...zone.provinces.map((province) => t.words.provinces[province] ?? province),
    ...zone.languageAreas.map((area) => t.words.languageAreas[area] ?? area),
  ];
  const single = zone.municipalities.length === 0 ? [] : [t.check.municipalities(zone.municipalities.length)];
  return [...named, ...single].join(", ");
}

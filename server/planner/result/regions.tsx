import { useEffect, useState } from "preact/hooks";
import { useRound } from "../check/use-round.ts";
import { useTexts } from "../language/texts.tsx";
import type { BelgiumMap } from "../map/belgium-map.tsx";
import { BandStrip } from "../parts/band-strip.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { Legend } from "./composition.tsx";
import { isServed, type Joined } from "./joined.ts";

/** The Regions against their bands, then where people serve on a map of Belgium, with its numbers beside it. */
export function Regions({ joined, round }: { readonly joined: Joined; readonly round: string }) {
  const { t, f } = useTexts();
  const regions = Object.entries(joined.result.regions).map(([region, found]) => ({ region, ...found }));
  const all = regions.reduce((sum, { placed }) => sum + placed, 0);
  const targets = joined.result.effectivePolicy.regionalBalance?.targets ?? {};
  return (
    <div class="stack wide">
      <div class="stack">
        <DataTable
          caption={t.result.regionsCaption}
          rows={regions}
          keyOf={({ region }) => region}
          columns={[
            { head: t.common.region, rowHead: true, cell: ({ region }) => t.words.regions[region] ?? region },
            { head: t.result.placedHere, number: true, cell: ({ placed }) => f.number(placed), sortBy: ({ placed }) => placed },
            { head: t.result.share, number: true, cell: ({ placed }) => f.percent(all === 0 ? 0 : placed / all, 1) },
            {
              head: t.charts.target,
              number: true,
              cell: ({ region }) => (targets[region] === undefined ? "–" : f.percent(targets[region], 1)),
            },
            { head: t.result.band, number: true, cell: ({ band }) => t.result.range(f.number(band[0]), f.number(band[1])) },
            {
              head: t.result.picture,
              cell: ({ region, placed, band }) => (
                <BandStrip
                  count={placed}
                  band={band}
                  size={all}
                  {...(targets[region] === undefined ? {} : { target: targets[region] * all })}
                />
              ),
            },
            {
              head: t.result.outside,
              number: true,
              cell: ({ deviation }) => f.number(deviation),
              sortBy: ({ deviation }) => deviation,
            },
          ]}
        />
        <Legend />
      </div>
      <ProvinceMap joined={joined} round={round} />
    </div>
  );
}

function ProvinceMap({ joined, round }: { readonly joined: Joined; readonly round: string }) {
  const { t, f } = useTexts();
  const seen = useRound(round);
  const [Map_, setMap] = useState<typeof BelgiumMap | null>(null);
  useEffect(() => {
    void import("../map/belgium-map.tsx").then(({ BelgiumMap: loaded }) => setMap(() => loaded));
  }, []);
  if (seen.state === "refused") return <Refusal problem={seen.problem} again={seen.again} />;
  if (seen.state === "waiting") return <Busy />;
  const missions = new Map(seen.body.overview.missions.map((mission) => [mission.id, mission]));
  const counts = new Map<string, number>();
  for (const outcome of joined.result.outcomes) {
    const mission = isServed(outcome) ? missions.get(outcome.missions[0] ?? "") : undefined;
    if (mission === undefined) continue;
    const part = mission.province ?? mission.region;
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const nameOf = (part: string) => t.words.provinces[part] ?? t.words.regions[part] ?? part;
  const rows = [...counts].map(([part, count]) => ({ part, count })).toSorted((a, b) => b.count - a.count);
  return (
    <div class="columns broad">
      <figure class="panel stack">
        <figcaption>
          <h3>{t.result.mapTitle}</h3>
        </figcaption>
        {Map_ === null ? <Busy /> : <Map_ counts={counts} nameOf={nameOf} />}
      </figure>
      <DataTable
        caption={t.result.provincesCaption}
        rows={rows}
        keyOf={({ part }) => part}
        columns={[
          { head: t.common.province, rowHead: true, cell: ({ part }) => nameOf(part), sortBy: ({ part }) => nameOf(part) },
          { head: t.result.placedHere, number: true, cell: ({ count }) => f.number(count), sortBy: ({ count }) => count },
        ]}
      />
    </div>
  );
}

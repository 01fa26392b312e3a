import { zoneName } from "../check/demand.tsx";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Figures } from "../parts/figures.tsx";
import { Notice } from "../parts/notices.tsx";
import { hrefOf, type Location } from "../router.ts";
import { Composition } from "./composition.tsx";
import type { Joined } from "./joined.ts";
import { hrefTo } from "./tabs.ts";

/** One promotion on one sheet: its numbers, its composition against the targets, and who serves where. Made to be printed. */
export function PromotionSheet({
  id,
  joined,
  location,
}: {
  readonly id: string;
  readonly joined: Joined;
  readonly location: Location;
}) {
  const { t, f } = useTexts();
  const result = joined.result.promotions.find((one) => one.id === id);
  const given = joined.promotions.get(id);
  if (result === undefined || given === undefined) return <Notice kind="error" title={t.problems["not-found"] ?? ""} />;
  const served = joined.served.get(id) ?? [];
  const { municipalities, provinces, regions, languageAreas } = given.zone ?? {};
  const zone = zoneName(
    {
      municipalities: municipalities ?? [],
      provinces: provinces ?? [],
      regions: regions ?? [],
      languageAreas: languageAreas ?? [],
    },
    t,
  );
  return (
    <article class="stack wide sheet">
      <div class="row between">
        <div>
          <p class="no-print small">
            <a href={hrefOf({ ...location, open: "promotions" })}>← {t.result.tabs.promotions}</a>
          </p>
          <h2>
            {t.common.promotion} {id}
          </h2>
          <p class="soft">
            {t.result.dates(f.day(given.start), f.day(given.end))}. {zone}
          </p>
        </div>
        <button type="button" class="button no-print" onClick={() => window.print()}>
          {t.common.print}
        </button>
      </div>
      <Figures
        items={[
          [t.result.size, f.number(result.size)],
          [t.result.mayHave, t.result.range(f.number(given.minSize ?? 0), f.number(given.maxSize - (given.keepFree ?? 0)))],
          [t.result.placedHere, f.number(result.placed)],
          [t.result.outside, result.placed === 0 ? "–" : f.number(result.deviation)],
          [t.result.elsewhere, f.number(result.crossRegion)],
        ]}
      />
      <Composition promotion={result} policy={joined.result.effectivePolicy} run={location.run} />
      <DataTable
        caption={t.result.whoServes}
        rows={served}
        keyOf={({ candidate }) => candidate}
        rowsPerPage={60}
        columns={[
          {
            head: t.common.candidate,
            rowHead: true,
            cell: ({ candidate }) => <a href={hrefTo(location, "people", candidate)}>{candidate}</a>,
            sortBy: ({ candidate }) => candidate,
          },
          { head: t.common.mission, cell: ({ missions }) => missions.join(" + "), sortBy: ({ missions }) => missions.join() },
          {
            head: t.common.host,
            cell: ({ missions }) => missions.map((mission) => joined.missions.get(mission)?.host ?? "").join(" + "),
          },
          { head: t.result.choice, cell: ({ rank }) => t.words.choiceOf(rank), sortBy: ({ rank }) => rank },
          { head: t.common.outcome, cell: ({ outcome }) => t.words.outcomes[outcome], sortBy: ({ outcome }) => outcome },
        ]}
      />
    </article>
  );
}

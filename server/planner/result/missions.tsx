import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import type { Location } from "../router.ts";
import type { Joined } from "./joined.ts";
import { hrefTo } from "./tabs.ts";

/** Places used at each mission, the conditions to impose on hosts, and the warnings owed to them. */
export function Missions({ joined, location }: { readonly joined: Joined; readonly location: Location }) {
  const { t, f } = useTexts();
  const results = new Map(joined.result.missions.map((mission) => [mission.id, mission]));
  const rows = joined.round.missions.map(({ id, host, places }) => ({ id, host, places, used: results.get(id)?.used ?? 0 }));
  const conditions = joined.result.missions.flatMap(({ id, conditions: owed }) =>
    owed.map((condition) => ({ mission: id, host: joined.missions.get(id)?.host ?? "", ...condition })),
  );
  const warnings = joined.result.missions.flatMap(({ id, warnings: owed }) =>
    owed.map((warning) => ({ mission: id, host: joined.missions.get(id)?.host ?? "", ...warning })),
  );
  const personColumn = {
    head: t.common.candidate,
    rowHead: true,
    cell: ({ candidate }: { readonly candidate: string }) => <a href={hrefTo(location, "people", candidate)}>{candidate}</a>,
    sortBy: ({ candidate }: { readonly candidate: string }) => candidate,
  };
  const placeColumns = [
    {
      head: t.common.mission,
      cell: ({ mission }: { readonly mission: string }) => mission,
      sortBy: ({ mission }: { readonly mission: string }) => mission,
    },
    {
      head: t.common.host,
      cell: ({ host }: { readonly host: string }) => host,
      sortBy: ({ host }: { readonly host: string }) => host,
    },
  ];
  return (
    <div class="stack wide">
      <DataTable
        caption={t.result.conditions}
        empty={t.result.noConditions}
        rows={conditions}
        keyOf={({ mission, candidate }) => `${mission} ${candidate}`}
        rowsPerPage={10}
        columns={[
          personColumn,
          ...placeColumns,
          {
            head: t.result.toProvide,
            cell: ({ needs, languages }) =>
              [...needs, ...languages.map((language) => t.result.languageSupport(language))].join(", "),
          },
        ]}
      />
      <DataTable
        caption={t.result.warnings}
        empty={t.result.noWarnings}
        rows={warnings}
        keyOf={({ mission, candidate }) => `${mission} ${candidate}`}
        rowsPerPage={10}
        columns={[personColumn, ...placeColumns, { head: t.common.reason, cell: () => t.result.warningRecord }]}
      />
      <DataTable
        caption={t.result.placesUsed}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { head: t.common.mission, rowHead: true, cell: ({ id }) => id, sortBy: ({ id }) => id },
          { head: t.common.host, cell: ({ host }) => host, sortBy: ({ host }) => host },
          { head: t.check.places, number: true, cell: ({ places }) => f.number(places), sortBy: ({ places }) => places },
          { head: t.result.used, number: true, cell: ({ used }) => f.number(used), sortBy: ({ used }) => used },
        ]}
      />
      <p class="small soft">{t.result.usedHint}</p>
    </div>
  );
}

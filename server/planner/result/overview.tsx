import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Figures } from "../parts/figures.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Certificate } from "./certificate.tsx";
import type { Joined } from "./joined.ts";
import { RankProfile } from "./rank-profile.tsx";
import { TierTable } from "./tier-table.tsx";

/** The headline numbers, then how good the placement is, choices met, and why people wait. */
export function Overview({ joined }: { readonly joined: Joined }) {
  const { t, f } = useTexts();
  const { indicators, issues } = joined.result;
  const lastChance = joined.result.outcomes.filter((outcome) => "lastChance" in outcome && outcome.lastChance === true).length;
  return (
    <div class="stack wide">
      <Figures
        items={[
          [t.result.placed, f.number(indicators.placed)],
          [t.result.deferred, f.number(indicators.deferred)],
          [t.result.reserve, f.number(indicators.reserve)],
          [t.result.ineligible, f.number(indicators.ineligible)],
          [t.result.representativeness, f.percent(indicators.representativeness, 1)],
          ...(lastChance === 0 ? [] : [[t.result.lastChance, f.number(lastChance)] as const]),
        ]}
      />
      <RankProfile ranks={indicators.ranks} />
      <TierTable result={joined.result} />
      <Waiting joined={joined} />
      <Representation joined={joined} />
      {issues.length === 0 ? null : (
        <IssueTable issues={issues.map((issue) => ({ ...issue, path: "", text: "" }))} round={joined.round} />
      )}
      <Certificate result={joined.result} />
    </div>
  );
}

/** How many wait and why. */
function Waiting({ joined }: { readonly joined: Joined }) {
  const { t, f } = useTexts();
  const waiting = joined.result.outcomes.flatMap((outcome) =>
    outcome.outcome === "deferred" || outcome.outcome === "reserve"
      ? [{ outcome: outcome.outcome, code: outcome.reason?.code ?? ("not-established" as const) }]
      : [],
  );
  const groups = [...Map.groupBy(waiting, ({ outcome, code }) => `${outcome} ${code}`)].map(([key, list]) => ({
    key,
    outcome: list[0]?.outcome ?? ("reserve" as const),
    code: list[0]?.code ?? ("not-established" as const),
    count: list.length,
  }));
  const reasons: Readonly<Record<string, string>> = t.result.reasons;
  return (
    <DataTable
      caption={t.result.waiting}
      empty={t.result.nobodyWaits}
      rows={groups.toSorted((a, b) => b.count - a.count)}
      keyOf={({ key }) => key}
      columns={[
        { head: t.common.outcome, rowHead: true, cell: ({ outcome }) => t.words.outcomes[outcome] },
        { head: t.common.reason, cell: ({ code }) => reasons[code] ?? code },
        { head: t.result.people, number: true, cell: ({ count }) => f.number(count) },
      ]}
    />
  );
}

/** Whom the whole round reached, against the targets and against who applied. */
function Representation({ joined }: { readonly joined: Joined }) {
  const { t, f } = useTexts();
  const { representation } = joined.result;
  if (representation.length === 0) return null;
  const share = (value: number | null) => (value === null ? "–" : f.percent(value, 1));
  return (
    <div class="stack">
      <DataTable
        caption={t.result.representation}
        rows={representation}
        keyOf={({ dimension }) => dimension}
        columns={[
          { head: t.result.dimension, rowHead: true, cell: ({ dimension }) => t.words.dimensions[dimension] ?? dimension },
          { head: t.result.before, number: true, cell: ({ before }) => share(before.totalVariation) },
          { head: t.result.after, number: true, cell: ({ after }) => share(after.totalVariation) },
        ]}
      />
      <p class="small soft">{t.result.representationHint}</p>
    </div>
  );
}

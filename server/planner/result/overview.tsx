import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Figures } from "../parts/figures.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { hrefOf, type Location } from "../router.ts";
import { Certificate } from "./certificate.tsx";
import type { Joined } from "./joined.ts";
import { RankProfile } from "./rank-profile.tsx";
import { reasonWords } from "./reason-words.ts";
import { TierTable } from "./tier-table.tsx";

/** The headline numbers, then how good the placement is, choices met, and why people wait. */
export function Overview({ joined, location }: { readonly joined: Joined; readonly location: Location }) {
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
      <p class="next-step row">
        <a class="button first" href={hrefOf({ ...location, screen: "what-if", open: null })}>
          {t.whatIf.tabs.change}
        </a>
        <a class="button" href={hrefOf({ ...location, screen: "decide", open: "publish" })}>
          {t.decide.publishTitle}
        </a>
      </p>
    </div>
  );
}

/** How many wait and why, most first. */
function Waiting({ joined }: { readonly joined: Joined }) {
  const { t, f } = useTexts();
  const waiting = joined.result.outcomes.flatMap((outcome) =>
    outcome.outcome === "deferred" || outcome.outcome === "reserve"
      ? [{ outcome: outcome.outcome, reason: reasonWords(outcome.reason ?? { code: "not-established" }, t) }]
      : [],
  );
  const groups = [...Map.groupBy(waiting, ({ outcome, reason }) => `${outcome} ${reason}`).values()].flatMap((list) => {
    const [first] = list;
    return first === undefined ? [] : [{ ...first, count: list.length }];
  });
  return (
    <DataTable
      caption={t.result.waiting}
      empty={t.result.nobodyWaits}
      rows={groups.toSorted((a, b) => b.count - a.count)}
      keyOf={({ outcome, reason }) => `${outcome} ${reason}`}
      columns={[
        { head: t.common.outcome, rowHead: true, cell: ({ outcome }) => t.words.outcomes[outcome] },
        { head: t.common.reason, cell: ({ reason }) => reason },
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

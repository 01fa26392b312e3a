import { useState } from "preact/hooks";
import type { Outcome } from "../../../engine/domain/result.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import type { Location } from "../router.ts";
import { isServed, type Joined } from "./joined.ts";
import { OutcomeTag } from "./outcome-tag.tsx";
import { reasonWords } from "./reason-words.ts";
import { hrefTo } from "./tabs.ts";

const OUTCOMES = ["placed", "deferred", "reserve", "ineligible"] as const;

/** Everybody of the round: found by id, filtered by outcome, each leading to their own panel. */
export function People({ joined, location }: { readonly joined: Joined; readonly location: Location }) {
  const { t, f } = useTexts();
  const [query, setQuery] = useState("");
  const [kind, setKind] = useState<Outcome["outcome"] | "all">("all");
  const wanted = query.trim().toLowerCase();
  const rows = joined.result.outcomes.filter(
    ({ candidate, outcome }) => (kind === "all" || outcome === kind) && candidate.toLowerCase().includes(wanted),
  );
  const reasonOf = (outcome: Outcome) => {
    if (outcome.outcome === "ineligible") return f.list(outcome.issues.map(({ code }) => t.words.ineligible[code] ?? code));
    return outcome.reason === null ? "" : reasonWords(outcome.reason, t);
  };
  return (
    <div class="stack">
      <div class="row end">
        <div class="field">
          <label for="find">{t.result.find}</label>
          <input id="find" type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </div>
        <div class="field">
          <label for="outcome">{t.common.outcome}</label>
          <select
            id="outcome"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Outcome["outcome"] | "all")}
          >
            <option value="all">{t.common.all}</option>
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {t.words.outcomes[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <DataTable
        key={`${kind} ${wanted}`}
        caption={t.result.peopleCaption(t.words.candidates(rows.length))}
        empty={t.result.nobodyFound}
        rows={rows}
        keyOf={({ candidate }) => candidate}
        columns={[
          {
            head: t.common.candidate,
            rowHead: true,
            cell: ({ candidate }) => <a href={hrefTo(location, "people", candidate)}>{candidate}</a>,
            sortBy: ({ candidate }) => candidate,
          },
          {
            head: t.common.outcome,
            cell: ({ outcome }) => <OutcomeTag outcome={outcome} />,
            sortBy: ({ outcome }) => OUTCOMES.indexOf(outcome),
          },
          {
            head: t.common.promotion,
            cell: (outcome) => (isServed(outcome) ? outcome.promotion : "–"),
            sortBy: (outcome) => (isServed(outcome) ? outcome.promotion : ""),
          },
          { head: t.common.mission, cell: (outcome) => (isServed(outcome) ? outcome.missions.join(" + ") : "–") },
          {
            head: t.result.choice,
            number: true,
            cell: (outcome) => (isServed(outcome) ? f.number(outcome.rank) : "–"),
            sortBy: (outcome) => (isServed(outcome) ? outcome.rank : 99),
          },
          {
            head: t.result.delay,
            number: true,
            cell: (outcome) => (isServed(outcome) ? f.number(outcome.delayDays) : "–"),
            sortBy: (outcome) => (isServed(outcome) ? outcome.delayDays : -1),
          },
          { head: t.common.reason, cell: reasonOf, sortBy: reasonOf },
        ]}
      />
    </div>
  );
}

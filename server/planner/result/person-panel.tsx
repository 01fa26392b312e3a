import type { Outcome } from "../../../engine/domain/result.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { Blocked } from "../parts/blocked.tsx";
import { Notice } from "../parts/notices.tsx";
import { hrefOf, type Location } from "../router.ts";
import { AskAlternative } from "./ask-alternative.tsx";
import { ChoicesMade } from "./choices-made.tsx";
import { isServed, type Joined } from "./joined.ts";
import { OutcomeTag } from "./outcome-tag.tsx";
import { PassedDates } from "./passed-dates.tsx";
import { ReasonLines } from "./reason-lines.tsx";
import { hrefTo } from "./tabs.ts";
import { WhatWouldHelp } from "./what-would-help.tsx";
import { WhereElse } from "./where-else.tsx";
import { WrittenTexts } from "./written-texts.tsx";

/** One person: what was decided, what they asked for, and why. */
export function PersonPanel({
  id,
  joined,
  location,
}: {
  readonly id: string;
  readonly joined: Joined;
  readonly location: Location;
}) {
  const { t } = useTexts();
  const outcome = joined.outcomes.get(id);
  const candidate = joined.candidates.get(id);
  if (outcome === undefined || candidate === undefined) return <Notice kind="error" title={t.result.nobodyFound} />;
  return (
    <article class="stack wide">
      <div>
        <p class="no-print small">
          <a href={hrefOf({ ...location, open: "people" })}>← {t.result.tabs.people}</a>
        </p>
        <div class="row">
          <h2>
            {t.common.candidate} {id}
          </h2>
          <OutcomeTag outcome={outcome.outcome} />
        </div>
      </div>
      <Decision outcome={outcome} joined={joined} location={location} />
      <PassedDates outcome={outcome} />
      <ChoicesMade candidate={candidate} outcome={outcome} />
      {outcome.outcome === "ineligible" || location.round === null || location.run === null ? null : (
        <>
          <AskAlternative candidate={candidate} outcome={outcome} joined={joined} round={location.round} run={location.run} />
          <WhatWouldHelp candidate={candidate} joined={joined} round={location.round} run={location.run} />
          <WhereElse candidate={id} round={location.round} run={location.run} />
        </>
      )}
      <WrittenTexts candidate={candidate} outcome={outcome} joined={joined} />
      <AskedFor candidate={candidate} />
    </article>
  );
}

function Decision({
  outcome,
  joined,
  location,
}: {
  readonly outcome: Outcome;
  readonly joined: Joined;
  readonly location: Location;
}) {
  const { t, f } = useTexts();
  if (outcome.outcome === "ineligible") {
    return (
      <Notice kind="attention" title={t.result.notEligible}>
        <ul class="plain-list">
          {outcome.issues.map(({ code, article }) => (
            <li key={code}>
              {t.words.ineligible[code] ?? code} ({t.common.article(article)})
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (!isServed(outcome)) {
    return (
      <Notice kind="attention" title={t.result.offered}>
        <ReasonLines reason={outcome.reason} />
        {outcome.reason.code === "no-fit" ? <Blocked choices={outcome.reason.blocked} /> : null}
        {outcome.lastChance ? <p>{t.result.isLastChance}</p> : null}
      </Notice>
    );
  }
  const promotion = joined.promotions.get(outcome.promotion);
  return (
    <Notice
      kind={outcome.outcome === "placed" ? "good" : "attention"}
      title={t.result.serves(outcome.missions.join(" + "), t.words.choiceOf(outcome.rank))}
    >
      <p>
        <a href={hrefTo(location, "promotions", outcome.promotion)}>
          {t.common.promotion} {outcome.promotion}
        </a>
        {promotion === undefined ? null : `, ${t.result.dates(f.day(promotion.start), f.day(promotion.end))}`}
      </p>
      {outcome.delayDays === 0 ? null : <p>{t.result.later(t.words.days(outcome.delayDays))}</p>}
      {outcome.reason === null ? null : <ReasonLines reason={outcome.reason} />}
    </Notice>
  );
}

function AskedFor({ candidate }: { readonly candidate: CandidateJson }) {
  const { t, f } = useTexts();
  const facts = factsOf(candidate, t, f);
  return (
    <details>
      <summary>{t.result.application}</summary>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function factsOf(candidate: CandidateJson, t: Texts["t"], f: Texts["f"]): readonly (readonly [string, string])[] {
  const { chosenStart, earliest, latest, languages, needs, attributes, reserveSince, deferrals } = candidate;
  const day = (iso: string | null | undefined) => (iso == null ? [] : [f.day(iso)]);
  const one = (name: string, values: readonly string[]) => (values.length === 0 ? [] : [[name, values.join(", ")] as const]);
  return [
    ...one(t.result.facts.chosenStart, day(chosenStart)),
    ...one(t.result.facts.earliest, day(earliest)),
    ...one(t.result.facts.latest, day(latest)),
    ...one(t.result.facts.languages, languages ?? []),
    ...one(t.result.facts.needs, needs ?? []),
    ...one(t.result.facts.reserveSince, day(reserveSince)),
    ...one(t.result.facts.deferrals, (deferrals ?? 0) > 0 ? [f.number(deferrals ?? 0)] : []),
    ...Object.entries(attributes ?? {}).map(
      ([dimension, category]) => [t.words.dimensions[dimension] ?? dimension, t.words.categories[category] ?? category] as const,
    ),
  ];
}

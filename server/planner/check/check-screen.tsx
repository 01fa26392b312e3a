import type { StoredRound } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { Figures } from "../parts/figures.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { NeedsRound } from "../parts/needs.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import { hrefOf, type Location } from "../router.ts";
import { Demand } from "./demand.tsx";
import { Eligibility } from "./eligibility.tsx";
import { UnreachableTargets } from "./unreachable-targets.tsx";
import { type RoundSeen, useRound, useRoundContent } from "./use-round.ts";

/** Step 2: who may take part, who asks for what against places and seats, and which targets no placement can meet. */
export function CheckScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <>
      <div class="intro">
        <h1>{t.check.title}</h1>
        <p>{t.check.intro}</p>
      </div>
      {location.round === null ? <NeedsRound /> : <Checked id={location.round} />}
    </>
  );
}

function Checked({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const stored = useAnswer<StoredRound>(`/v1/rounds/${encodeURIComponent(id)}`, true);
  if (stored.state === "waiting") return <Busy />;
  if (stored.state === "refused") return <Refusal problem={stored.problem} again={stored.again} />;
  if (stored.body.issueCount.errors > 0) return <NotUsable stored={stored.body} />;
  return (
    <div class="stack wide">
      {stored.body.issues.length === 0 ? null : (
        <details>
          <summary>
            {t.load.warningsOnly} ({t.load.warnings(stored.body.issueCount.warnings)})
          </summary>
          <IssueTable issues={stored.body.issues} round={null} />
        </details>
      )}
      <Overviewed id={id} />
    </div>
  );
}

function NotUsable({ stored }: { readonly stored: StoredRound }) {
  const { t } = useTexts();
  const content = useRoundContent(stored.id);
  return (
    <div class="stack">
      <Notice kind="error" title={t.load.issuesTitle}>
        <p>{t.load.issuesIntro(t.load.errors(stored.issueCount.errors))}</p>
      </Notice>
      <IssueTable issues={stored.issues} round={content.state === "here" ? content.body : null} />
    </div>
  );
}

function Overviewed({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const round = useRound(id);
  if (round.state === "waiting") return <Busy text={t.check.counting} />;
  if (round.state === "refused") return <Refusal problem={round.problem} again={round.again} />;
  return <Seen id={id} seen={round.body} />;
}

function Seen({ id, seen }: { readonly id: string; readonly seen: RoundSeen }) {
  const { t, f } = useTexts();
  const { candidates, seats, places, atMostPlaced } = seen.overview;
  return (
    <>
      <Figures
        items={[
          [t.check.eligible, f.number(candidates.eligible)],
          [t.check.notEligible, f.number(candidates.ineligible.length)],
          [t.check.noFit, f.number(candidates.noFit.length)],
          [t.check.seats, f.number(seats)],
          [t.check.places, f.number(places)],
          [t.check.atMost, f.number(atMostPlaced)],
        ]}
      />
      <UnreachableTargets overview={seen.overview} />
      <Demand overview={seen.overview} />
      <Eligibility overview={seen.overview} />
      <p class="next-step">
        <a class="button first" href={hrefOf({ screen: "policy", round: id, run: null, open: null })}>
          {t.check.toPolicy}
        </a>
      </p>
    </>
  );
}

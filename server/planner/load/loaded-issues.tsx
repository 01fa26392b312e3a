import type { RoundJson } from "../../../engine/input/round-schema.ts";
import type { StoredRound } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { IssueTable, type ShownIssue } from "../parts/issue-table.tsx";
import { Notice } from "../parts/notices.tsx";
import { hrefOf } from "../router.ts";

/** What was found in the data just read; `round` where it was stored all the same. */
export interface Troubled {
  readonly issues: readonly ShownIssue[];
  readonly total: number;
  readonly content: Partial<RoundJson> | null;
  readonly round: StoredRound | null;
}

/** The issues of the data just read, and the way on where there are only notes. */
export function LoadedIssues({ trouble }: { readonly trouble: Troubled }) {
  const { t, f } = useTexts();
  const { issues, total, content, round } = trouble;
  const usable = round !== null && round.issueCount.errors === 0;
  return (
    <section class="stack" aria-live="polite">
      {usable ? (
        <Notice kind="good" title={t.load.loaded(round.name)}>
          <p>{t.load.warningsOnly}</p>
          <p>
            <a class="button first" href={hrefOf({ screen: "check", round: round.id, run: null, open: null })}>
              {t.load.toCheck}
            </a>
          </p>
        </Notice>
      ) : (
        <Notice kind="error" title={t.load.issuesTitle} alert>
          <p>{t.load.issuesIntro(t.load.errors(round?.issueCount.errors ?? total))}</p>
        </Notice>
      )}
      <IssueTable issues={issues} round={content} />
      {total > issues.length ? <p class="soft small">{t.load.tooManyIssues(f.number(issues.length), f.number(total))}</p> : null}
    </section>
  );
}

import { useId, useState } from "preact/hooks";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { Refused } from "../api/client.ts";
import { useRoundContent } from "../check/use-round.ts";
import { useTexts } from "../language/texts.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { go, hrefOf, type Location } from "../router.ts";
import { ChangeForm } from "./change-form.tsx";
import { changeWords } from "./change-words.ts";
import type { Change, ChangeKind } from "./changes.ts";
import { type Effort, scenariosOf, startVariant } from "./start-variant.ts";

const NOTHING: readonly Patch[] = [];

/** Collects changes of the round, then has the variant placed; `before` goes ahead of them, `opens` leads to the variant's run. */
export function TryChange({
  round,
  run,
  address = scenariosOf(round),
  before = NOTHING,
  first = "promotion-size",
  opens,
}: {
  readonly round: string;
  readonly run: string;
  /** Where the changes are sent to become a round. */
  readonly address?: string;
  readonly before?: readonly Patch[];
  /** The kind of change offered first. */
  readonly first?: ChangeKind;
  readonly opens: (variant: string) => Location;
}) {
  const { t } = useTexts();
  const hint = useId();
  const content = useRoundContent(round);
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  if (content.state === "waiting") return <Busy />;
  if (content.state === "refused") return <Refusal problem={content.problem} again={content.again} />;
  const start = async (effort: Effort) => {
    setBusy(true);
    setProblem(null);
    const started = await startVariant(address, [...before, ...changes], run, effort);
    setBusy(false);
    if (started.ok) go(opens(started.body.id));
    else setProblem(started.problem);
  };
  return (
    <div class="stack wide">
      <ChangeForm round={content.body} first={first} add={(change) => setChanges([...changes, change])} />
      <section class="stack" aria-live="polite">
        <h2>{t.whatIf.yourChanges}</h2>
        {changes.length === 0 ? <p class="soft">{t.whatIf.noChanges}</p> : null}
        <ul class="plain-list">
          {changes.map((change, i) => (
            <li key={JSON.stringify(change)} class="row">
              {changeWords(change, t)}
              <button
                type="button"
                class="link small"
                aria-label={`${t.common.remove}: ${changeWords(change, t)}`}
                onClick={() => setChanges(changes.toSpliced(i, 1))}
              >
                {t.common.remove}
              </button>
            </li>
          ))}
        </ul>
        {problem === null ? null : <Refusal problem={problem} />}
        {problem?.issues === undefined ? null : <IssueTable issues={problem.issues} round={null} />}
        <div class="row">
          <button type="button" class="button first" disabled={changes.length === 0 || busy} onClick={() => start("full")}>
            {busy ? t.common.waiting : t.whatIf.tryIt}
          </button>
          <button
            type="button"
            class="button"
            disabled={changes.length === 0 || busy}
            aria-describedby={hint}
            onClick={() => start("quick")}
          >
            {t.whatIf.estimate}
          </button>
          <a href={hrefOf({ screen: "policy", round, run, open: null })}>{t.whatIf.policyInstead}</a>
        </div>
        <p id={hint} class="soft">
          {t.whatIf.estimateHint}
        </p>
      </section>
    </div>
  );
}

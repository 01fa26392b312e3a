import { useState } from "preact/hooks";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { Refused } from "../api/client.ts";
import { useTexts } from "../language/texts.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Refusal } from "../parts/notices.tsx";
import { go } from "../router.ts";
import { scenariosOf, startVariant } from "../what-if/start-variant.ts";

/** Has everybody placed again with a change, and leads to that placement beside this one; nothing where there is none. */
export function SeeIt({
  candidate,
  patches,
  round,
  run,
  label,
}: {
  /** Whose question it is. */
  readonly candidate: string;
  readonly patches: readonly Patch[];
  readonly round: string;
  readonly run: string;
  /** What is tried, for who hears the button and not the row it stands in. */
  readonly label?: string;
}) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  if (patches.length === 0) return null;
  const start = async () => {
    setBusy(true);
    setProblem(null);
    const started = await startVariant(scenariosOf(round), patches, run, "full");
    setBusy(false);
    if (started.ok) go({ screen: "what-if", round, run, open: `change/${started.body.id}/${encodeURIComponent(candidate)}` });
    else setProblem(started.problem);
  };
  return (
    <>
      <button
        type="button"
        class="button little"
        disabled={busy}
        aria-label={label === undefined ? undefined : `${t.ask.seeIt}: ${label}`}
        onClick={start}
      >
        {busy ? t.common.waiting : t.ask.seeIt}
      </button>
      {problem === null ? null : <Refusal problem={problem} />}
      {problem?.issues === undefined ? null : <IssueTable issues={problem.issues} round={null} />}
    </>
  );
}

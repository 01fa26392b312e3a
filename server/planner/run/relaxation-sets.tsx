import { useState } from "preact/hooks";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { Refused } from "../api/client.ts";
import type { RelaxationSetShape } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Refusal } from "../parts/notices.tsx";
import { go } from "../router.ts";
import { scenariosOf, startVariant } from "../what-if/start-variant.ts";

/** The smallest changes that would make a round feasible, cheapest first, each to be placed as a variant of the round. */
export function RelaxationSets({
  round,
  sets,
  lines,
}: {
  readonly round: string;
  readonly sets: readonly RelaxationSetShape[];
  /** Of each set in turn a heading and a line for each change. */
  readonly lines: readonly string[];
}) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async (patches: readonly Patch[]) => {
    setBusy(true);
    setProblem(null);
    const started = await startVariant(scenariosOf(round), patches, null, "full");
    setBusy(false);
    if (started.ok) go({ screen: "run", round: started.body.roundId, run: started.body.id, open: null });
    else setProblem(started.problem);
  };
  return (
    <>
      {sets.map(({ relaxations, patches }, i) => {
        const first = sets.slice(0, i).reduce((sum, set) => sum + 1 + set.relaxations.length, 0);
        const [heading = "", ...changes] = lines.slice(first, first + 1 + relaxations.length).map((line) => line.trim());
        return (
          <section key={i} class="stack">
            <p>{heading}</p>
            <ul class="plain-list">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
            {patches ? (
              <div>
                <button
                  type="button"
                  class={i === 0 ? "button first" : "button"}
                  disabled={busy}
                  aria-label={`${t.run.tryChange}: ${changes.join("; ")}`}
                  onClick={() => start(patches)}
                >
                  {busy ? t.common.waiting : t.run.tryChange}
                </button>
              </div>
            ) : null}
          </section>
        );
      })}
      {problem === null ? null : <Refusal problem={problem} />}
      {problem?.issues === undefined ? null : <IssueTable issues={problem.issues} round={null} />}
    </>
  );
}

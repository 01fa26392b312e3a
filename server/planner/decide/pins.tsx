import { useState } from "preact/hooks";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { PinJson } from "../../../engine/input/round-schema.ts";
import { type Refused, send } from "../api/client.ts";
import type { StoredRound } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { IssueTable } from "../parts/issue-table.tsx";
import { Refusal } from "../parts/notices.tsx";
import type { Joined } from "../result/joined.ts";
import { go } from "../router.ts";
import { PinForm } from "./pin-form.tsx";
import { pinWords } from "./pin-words.ts";

/** Decisions the engine must keep: those of the round, and those added or lifted here; together they make a variant. */
export function Pins({
  round,
  joined,
  candidate,
}: {
  readonly round: string;
  readonly joined: Joined;
  readonly candidate: string | null;
}) {
  const { t } = useTexts();
  const [patches, setPatches] = useState<readonly Extract<Patch, { kind: "pinned" | "unpinned" }>[]>([]);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const lifted = new Set(patches.flatMap((patch) => (patch.kind === "unpinned" ? [JSON.stringify(patch.pin)] : [])));
  const added = patches.flatMap((patch) => (patch.kind === "pinned" ? [patch.pin] : []));
  const kept = (joined.round.pins ?? []).filter((pin) => !lifted.has(JSON.stringify(pin)));
  const rows = [...kept.map((pin) => ({ pin, isNew: false })), ...added.map((pin) => ({ pin, isNew: true }))];
  const lift = (pin: PinJson, isNew: boolean) =>
    setPatches(
      isNew
        ? patches.filter((patch) => patch.kind !== "pinned" || patch.pin !== pin)
        : [...patches, { kind: "unpinned", candidate: pin.candidate, pin }],
    );
  const save = async () => {
    setBusy(true);
    const answer = await send<StoredRound>("POST", `/v1/rounds/${encodeURIComponent(round)}/scenarios`, { body: { patches } });
    setBusy(false);
    if (answer.ok) go({ screen: "run", round: answer.body.id, run: null, open: null });
    else setProblem(answer.problem);
  };
  return (
    <div class="stack wide">
      <p class="soft">{t.decide.pinsIntro}</p>
      <PinForm joined={joined} first={candidate} add={(pin) => setPatches([...patches, { kind: "pinned", pin }])} />
      <DataTable
        caption={t.decide.pins}
        empty={t.decide.noPins}
        rows={rows}
        keyOf={({ pin }) => JSON.stringify(pin)}
        columns={[
          { head: t.common.candidate, rowHead: true, cell: ({ pin }) => pin.candidate, sortBy: ({ pin }) => pin.candidate },
          { head: t.decide.decision, cell: ({ pin }) => pinWords(pin, t) },
          {
            head: t.run.stateHead,
            cell: ({ isNew }) => (isNew ? <span class="tag attention">{t.decide.isNew}</span> : t.decide.inRound),
          },
          {
            head: t.decide.lift,
            cell: ({ pin, isNew }) => (
              <button
                type="button"
                class="link"
                aria-label={`${t.decide.lift}: ${pin.candidate}`}
                onClick={() => lift(pin, isNew)}
              >
                {t.decide.lift}
              </button>
            ),
          },
        ]}
      />
      {problem === null ? null : <Refusal problem={problem} />}
      {problem?.issues === undefined ? null : <IssueTable issues={problem.issues} round={null} />}
      <div class="row">
        <button type="button" class="button first" disabled={patches.length === 0 || busy} onClick={save}>
          {t.decide.savePins}
        </button>
      </div>
    </div>
  );
}

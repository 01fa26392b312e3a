import { useState } from "preact/hooks";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import { type Refused, send } from "../api/client.ts";
import type { StoredRound } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import type { Troubled } from "./loaded-issues.tsx";
import type { ImportFiles } from "./sort-files.ts";

/** Names the round that four tables make, and has them read: every wrong row at once, or a round. */
export function NameTables({
  files,
  stored,
  troubled,
}: {
  readonly files: ImportFiles;
  readonly stored: (round: StoredRound, content: Partial<RoundJson> | null) => void;
  readonly troubled: (trouble: Troubled | null) => void;
}) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const id = String(new FormData(event.currentTarget as HTMLFormElement).get("name") ?? "").trim();
    setBusy(true);
    setProblem(null);
    troubled(null);
    const answer = await importTables(id, files);
    setBusy(false);
    if (answer.ok) stored(answer.body, null);
    else if (answer.problem.issues === undefined) setProblem(answer.problem);
    else {
      const { issues, total } = answer.problem;
      troubled({ issues, total: total ?? issues.length, content: null, round: null });
    }
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <ul class="plain-list small">
        {Object.entries(files).map(([name, file]) => (
          <li key={name}>
            <strong>{t.load.tables[name] ?? t.load.workbook}</strong> <span class="soft">{file.name}</span>
          </li>
        ))}
      </ul>
      <div class="field">
        <label for="round-name">{t.load.roundName}</label>
        <input id="round-name" name="name" required maxLength={64} pattern="\S+" aria-describedby="round-name-hint" />
        <span class="hint" id="round-name-hint">
          {t.load.roundNameHint}
        </span>
      </div>
      {problem === null ? null : <Refusal problem={problem} />}
      {busy ? <Busy text={t.load.reading} /> : null}
      <div>
        <button type="submit" class="button first" disabled={busy}>
          {t.load.read}
        </button>
      </div>
    </form>
  );
}

/** Has the tables made into a round, and stored. */
async function importTables(id: string, files: ImportFiles) {
  const form = new FormData();
  form.append("id", id);
  for (const [name, file] of Object.entries(files)) form.append(name, file, file.name);
  return send<StoredRound>("POST", "/v1/imports", { body: form });
}

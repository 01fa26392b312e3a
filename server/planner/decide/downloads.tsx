import { useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import { useTexts } from "../language/texts.tsx";
import { Refusal } from "../parts/notices.tsx";
import type { Joined } from "../result/joined.ts";
import { saveFile } from "./save-file.ts";

/** What is handed out: placements as a table, a letter's text for everybody in their own language, the motivations for the files, the bundle for auditors. */
export function Downloads({ run, joined }: { readonly run: string; readonly joined: Joined }) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const address = `/v1/runs/${encodeURIComponent(run)}`;
  const { id } = joined.round;
  const placements = async () => {
    const answer = await send<string>("GET", `${address}/placements`, { headers: { accept: "text/csv" } });
    if (answer.ok) saveFile(`${id}-placements.csv`, "text/csv;charset=utf-8", answer.body);
    else setProblem(answer.problem);
  };
  const bundle = async () => {
    const answer = await send<string>("GET", `${address}/bundle`, { asText: true });
    if (answer.ok) saveFile(`${id}-bundle.json`, "application/json", answer.body);
    else setProblem(answer.problem);
  };
  const letters = async () => {
    const { lettersCsv } = await import("./letters.ts");
    saveFile(`${id}-letters.csv`, "text/csv;charset=utf-8", await lettersCsv(joined));
  };
  const motivations = async () => {
    const { motivationsCsv } = await import("./letters.ts");
    saveFile(`${id}-motivations.csv`, "text/csv;charset=utf-8", motivationsCsv(joined));
  };
  const offered = [
    [t.decide.files.placements, t.decide.files.placementsHint, "CSV", placements],
    [t.decide.files.letters, t.decide.files.lettersHint, "CSV", letters],
    [t.decide.files.motivations, t.decide.files.motivationsHint, "CSV", motivations],
    [t.decide.files.bundle, t.decide.files.bundleHint, "JSON", bundle],
  ] as const;
  return (
    <div class="stack">
      {problem === null ? null : <Refusal problem={problem} />}
      <ul class="plain-list columns cards">
        {offered.map(([name, hint, kind, save]) => (
          <li key={name} class="panel stack card">
            <h2>{name}</h2>
            <p class="soft small">{hint}</p>
            <div>
              <button type="button" class="button" aria-label={`${t.common.download}: ${name}`} onClick={save}>
                {t.common.download} ({kind})
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

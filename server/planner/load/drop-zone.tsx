import { useRef, useState } from "preact/hooks";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import { type Refused, send } from "../api/client.ts";
import type { StoredRound } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import type { Troubled } from "./loaded-issues.tsx";
import { NameTables } from "./name-tables.tsx";
import { type ImportFiles, sortFiles } from "./sort-files.ts";

type State =
  | { readonly kind: "empty" }
  | { readonly kind: "busy" }
  | { readonly kind: "wrong"; readonly text: string }
  | { readonly kind: "tables"; readonly files: ImportFiles }
  | { readonly kind: "refused"; readonly problem: Refused };

/** Where files are dropped, or chosen by keyboard: one round as JSON, or its tables. */
export function DropZone({
  stored,
  troubled,
}: {
  readonly stored: (round: StoredRound, content: Partial<RoundJson> | null) => void;
  readonly troubled: (trouble: Troubled | null) => void;
}) {
  const { t, f } = useTexts();
  const [state, setState] = useState<State>({ kind: "empty" });
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    troubled(null);
    const dropped = sortFiles(files);
    if (dropped.kind === "unknown") setState({ kind: "wrong", text: t.load.notAFile(dropped.name) });
    else if (dropped.kind === "incomplete") {
      const names = dropped.missing.map((name) => t.load.tables[name] ?? name);
      setState({ kind: "wrong", text: t.load.missingTables(f.list(names)) });
    } else if (dropped.kind === "tables") setState({ kind: "tables", files: dropped.files });
    else {
      setState({ kind: "busy" });
      const text = await dropped.file.text();
      setState(await storeRound(text, stored, troubled));
    }
    if (input.current !== null) input.current.value = "";
  };
  return (
    <section class="stack" aria-label={t.load.drop}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short way to what the button inside does. */}
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <h2>{t.load.drop}</h2>
        <p class="soft">{t.load.dropHint}</p>
        <input
          ref={input}
          id="files"
          class="unseen"
          type="file"
          multiple
          accept=".json,.csv,.xlsx,.txt"
          onChange={(event) => take(event.currentTarget.files)}
        />
        <label class="button first" for="files">
          {t.load.choose}
        </label>
      </div>
      {state.kind === "busy" ? <Busy text={t.load.reading} /> : null}
      {state.kind === "wrong" ? <Notice kind="error" title={state.text} alert /> : null}
      {state.kind === "refused" ? <Refusal problem={state.problem} /> : null}
      {state.kind === "tables" ? <NameTables files={state.files} stored={stored} troubled={troubled} /> : null}
    </section>
  );
}

/** Sends a round's text; what comes of it is shown by the caller, a refusal with issues as a table of them. */
async function storeRound(
  text: string,
  stored: (round: StoredRound, content: Partial<RoundJson> | null) => void,
  troubled: (trouble: Troubled) => void,
): Promise<State> {
  const content = readable(text);
  const answer = await send<StoredRound>("POST", "/v1/rounds", { body: text, headers: { "content-type": "application/json" } });
  if (answer.ok) {
    stored(answer.body, content);
    return { kind: "empty" };
  }
  const { issues, total } = answer.problem;
  if (issues === undefined) return { kind: "refused", problem: answer.problem };
  troubled({ issues, total: total ?? issues.length, content, round: null });
  return { kind: "empty" };
}

/** The round as it was given, to name the lines of issues by; `null` where it is not JSON. */
function readable(text: string): Partial<RoundJson> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

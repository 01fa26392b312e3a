import { ISSUE_CODES } from "../../../engine/domain/input-issue.ts";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "./data-table.tsx";
import { type IssuePlace, placeOf } from "./issue-place.ts";

/** An issue of a round or of a table that was read. */
export interface ShownIssue {
  readonly code: string;
  /** JSON Pointer into the round; left out for issues of a table. */
  readonly path?: string;
  /** Of a table: its name, row and column as Excel counts them. */
  readonly file?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** English, for codes the page has no words for. */
  readonly text: string;
  readonly severity?: "error" | "warning";
}

interface Line extends ShownIssue {
  readonly key: string;
  readonly place: IssuePlace | null;
  readonly what: string;
  readonly fix: string;
  readonly kind: "error" | "warning";
}

/** Every issue as a line: where, what is wrong, what to do. */
export function IssueTable({
  issues,
  round,
}: {
  readonly issues: readonly ShownIssue[];
  readonly round: Partial<RoundJson> | null;
}) {
  const { t, f } = useTexts();
  const words: Readonly<Record<string, readonly [string, string]>> = { ...t.issues, ...t.importIssues };
  const severities: Readonly<Record<string, readonly ["error" | "warning", string]>> = ISSUE_CODES;
  const lines = issues.map((issue, i): Line => {
    const [what, fix] = words[issue.code] ?? [issue.text, ""];
    const number = (value: string | number) => (typeof value === "number" ? f.number(value, 3) : value);
    const known = (name: string, value: string | number) =>
      (name === "kind" ? t.load.cellKinds[value] : undefined) ?? number(value);
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => known(name, issue.params[name] ?? "?"));
    const place = issue.path === undefined ? null : placeOf(issue.path, round);
    const kind = issue.severity ?? severities[issue.code]?.[0] ?? "error";
    return { ...issue, key: String(i), place, what: fill(what), fix: fill(fix), kind };
  });
  return (
    <DataTable
      caption={t.load.issuesTitle}
      rows={lines}
      keyOf={({ key }) => key}
      columns={[
        {
          head: t.load.where,
          cell: (line) => <Where line={line} />,
          sortBy: (line) => `${line.place?.list ?? line.file ?? ""} ${line.place?.line ?? line.row ?? 0}`,
        },
        { head: t.load.what, cell: ({ what }) => what, sortBy: ({ code }) => code },
        { head: t.load.fix, cell: ({ fix }) => fix },
        {
          head: t.load.kind,
          cell: ({ kind }) => <span class={`tag ${kind === "error" ? "error" : "attention"}`}>{t.load[kind]}</span>,
          sortBy: ({ kind }) => kind,
        },
      ]}
    />
  );
}

function Where({ line }: { readonly line: Line }) {
  const { t, f } = useTexts();
  const tables = t.load.tables;
  const { place } = line;
  if (place === null || line.file != null) {
    const parts = [tables[line.file ?? ""] ?? line.file, line.row == null ? null : t.load.row(f.number(line.row)), line.column];
    return <>{parts.filter((part) => part != null && part !== "").join(", ")}</>;
  }
  if (place.list === null || place.line === null) return <>{place.field === "" ? t.load.wholeFile : place.field}</>;
  return (
    <>
      {t.load.line(tables[place.list] ?? place.list, f.number(place.line), place.id)}
      {place.field === "" ? null : (
        <>
          <br />
          <span class="soft">{place.field}</span>
        </>
      )}
    </>
  );
}

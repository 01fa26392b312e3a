import { FILE_NAMES, type FileName } from "./columns.ts";
import type { ImportIssue } from "./import-issue.ts";
import { readCsv } from "./read-csv.ts";
import { isWorkbook, readWorkbook } from "./read-workbook.ts";
import type { Table, TableRead } from "./table.ts";

/** The parts of an import: texts, and files. */
const TEXTS = ["id", "profile", "policy", "seed"] as const;
const WORKBOOK = "workbook";
const REQUIRED: readonly FileName[] = ["hosts", "missions", "promotions", "candidates"];

/** An import as it was sent: its texts by name, and its files as tables. */
export interface ReadForm {
  readonly texts: Readonly<Partial<Record<(typeof TEXTS)[number], string>>>;
  readonly tables: ReadonlyMap<FileName, Table>;
  readonly issues: readonly ImportIssue[];
}

/** Reads the bytes of a `multipart/form-data` body; `null` where they are none. */
export async function readForm(bytes: Uint8Array, contentType: string): Promise<ReadForm | null> {
  const form = await new Response(Buffer.from(bytes), { headers: { "content-type": contentType } }).formData().catch(() => null);
  if (form === null) return null;
  const issues: ImportIssue[] = [];
  const texts: Record<string, string> = {};
  const tables = new Map<FileName, Table>();
  const keep = (file: FileName, read: TableRead) => {
    if (tables.has(file)) issues.push(partIssue("part-duplicate", file));
    else if (read.ok) tables.set(file, read.table);
    else issues.push({ code: read.code, file, row: read.row, column: null, params: read.params });
  };
  for (const [name, part] of form) {
    if (isText(name)) {
      if (Object.hasOwn(texts, name)) issues.push(partIssue("part-duplicate", name));
      texts[name] = typeof part === "string" ? part : await part.text();
    } else if (name === WORKBOOK || isFile(name)) {
      const content = new Uint8Array(typeof part === "string" ? Buffer.from(part) : await part.arrayBuffer());
      for (const [file, read] of await tablesIn(name, content)) keep(file, read);
    } else {
      issues.push(partIssue("part-unknown", name, { part: name, known: [...TEXTS, ...FILE_NAMES, WORKBOOK].join(", ") }));
    }
  }
  for (const file of REQUIRED) {
    if (!tables.has(file) && !issues.some((issue) => issue.file === file)) issues.push(partIssue("part-missing", file));
  }
  return { texts, tables, issues };
}

function isText(name: string): name is (typeof TEXTS)[number] {
  return (TEXTS as readonly string[]).includes(name);
}

function isFile(name: string): name is FileName {
  return (FILE_NAMES as readonly string[]).includes(name);
}

function partIssue(code: ImportIssue["code"], file: string, params: ImportIssue["params"] = {}): ImportIssue {
  return { code, file, row: null, column: null, params };
}

/** A file of its own, as CSV or the first sheet of a workbook; or a workbook with a sheet for each. Sheets of other names are notes. */
async function tablesIn(
  name: FileName | typeof WORKBOOK,
  bytes: Uint8Array,
): Promise<readonly (readonly [FileName, TableRead])[]> {
  if (name !== WORKBOOK && !isWorkbook(bytes)) return [[name, readCsv(bytes)]];
  const sheets = await readWorkbook(bytes);
  if ("ok" in sheets) return [[name === WORKBOOK ? "hosts" : name, sheets]];
  if (name !== WORKBOOK) {
    const [first] = sheets.values();
    return [[name, sheets.get(name) ?? first ?? { ok: false, code: "file-empty", params: {}, row: null }]];
  }
  return FILE_NAMES.flatMap((file) => {
    const sheet = sheets.get(file);
    return sheet === undefined ? [] : [[file, sheet] as const];
  });
}

import { type InputIssue, type IssueCode, issueText } from "../engine/domain/input-issue.ts";
import { personalKind } from "../engine/input/personal-data.ts";
import type { ImportCode } from "./imports/import-issue.ts";

/** Where in a request a JSON Pointer points into: its body, the query of its address, or the path of its address by parameter name. */
export type RequestPart = "body" | "query" | "path";

/** An input issue as a caller sees it. */
export interface RequestIssue {
  readonly in: RequestPart;
  readonly code: IssueCode | ImportCode;
  /** JSON Pointer (RFC 6901) into that part; `""` for the whole of it. */
  readonly path: string;
  readonly params: InputIssue["params"];
  /** One English sentence. */
  readonly text: string;
  /** Of imports: the file, the row as a spreadsheet counts, the column by name. */
  readonly file?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
}

/** A field name can be as long as the body: a pointer through one would be repeated in every issue below it. */
const MAX_POINTER = 1_000;
const MAX_PARAMETER = 200;

/** An issue that stands in one part of the request, as a caller sees it. */
export function requestIssue(issue: InputIssue, part: RequestPart): RequestIssue {
  const params = Object.fromEntries(Object.entries(issue.params).map(([name, value]) => [name, shown(value)]));
  const path = issue.path.length > MAX_POINTER ? "" : issue.path;
  return { in: part, code: issue.code, path, params, text: issueText({ ...issue, params }) };
}

function shown(value: string | number): string | number {
  if (typeof value === "number") return value;
  if (personalKind(value) !== null) return "(withheld)";
  return value.length > MAX_PARAMETER ? `${value.slice(0, MAX_PARAMETER)}…` : value;
}

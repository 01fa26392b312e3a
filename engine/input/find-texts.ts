import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import { pointer } from "./json-pointer.ts";
import { isPersonalField, personalKind } from "./personal-data.ts";

/** No lawful round is deeper than this; what lies below is refused by the schema above it. */
const MAX_DEPTH = 16;

/** Fields whose keys are categories: one may be called `health` or `street`. */
const KEYED_BY_CATEGORY: ReadonlySet<string> = new Set(["targets", "quotas"]);

/**
 * Every field name and text in a round, known field or not, that looks like personal data, and every field no object may have.
 * The issues name the place and the kind, never the text itself.
 */
export function findTexts(round: unknown): InputIssue[] {
  const issues: InputIssue[] = [];
  const seen = new WeakSet<object>();
  const personalFields = new Map<string, boolean>();

  const checkText = (text: string, path: () => string): void => {
    const kind = personalKind(text);
    if (kind !== null) issues.push(inputIssue("value-personal", path(), { kind }));
  };
  const checkField = (field: string, path: string): void => {
    const personal = personalFields.get(field) ?? isPersonalField(field);
    personalFields.set(field, personal);
    if (field === "__proto__") issues.push(inputIssue("field-unknown", pointer(path, field), { field }));
    else if (personal) issues.push(inputIssue("field-personal", pointer(path, field), { field }));
  };
  const visit = (value: object, path: string, keysAreFields: boolean, depth: number): void => {
    if (depth > MAX_DEPTH || seen.has(value)) return;
    seen.add(value);
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      if (!isList) checkText(key, () => path);
      if (!isList && (keysAreFields || key === "__proto__")) checkField(key, path);
      if (typeof inner === "string") checkText(inner, () => pointer(path, key));
      if (typeof inner === "object" && inner !== null) visit(inner, pointer(path, key), !KEYED_BY_CATEGORY.has(key), depth + 1);
    }
  };
  if (typeof round === "string") checkText(round, () => "");
  if (typeof round === "object" && round !== null) visit(round, "", true, 0);
  return issues;
}

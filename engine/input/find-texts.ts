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
  const harmless = new Set<string>();

  const checkField = (field: string, path: string, isCategory: boolean): void => {
    const kind = personalKind(field);
    if (kind !== null) issues.push(inputIssue("value-personal", path, { kind }));
    if (field === "__proto__") issues.push(inputIssue("field-unknown", pointer(path, field), { field }));
    if (!isPersonalField(field)) {
      if (kind === null && field !== "__proto__") harmless.add(field);
    } else if (!isCategory) {
      issues.push(inputIssue("field-personal", pointer(path, field), { field }));
    }
  };
  const visit = (value: unknown, path: string, key: string, depth: number): void => {
    if (typeof value === "string") {
      const kind = personalKind(value);
      if (kind !== null) issues.push(inputIssue("value-personal", pointer(path, key), { kind }));
    }
    if (typeof value !== "object" || value === null || depth > MAX_DEPTH || seen.has(value)) return;
    seen.add(value);
    const place = depth === 0 ? "" : pointer(path, key);
    const isList = Array.isArray(value);
    const keyedByCategory = KEYED_BY_CATEGORY.has(key);
    for (const [inner, entry] of Object.entries(value)) {
      if (!isList && !harmless.has(inner)) checkField(inner, place, keyedByCategory);
      visit(entry, place, inner, depth + 1);
    }
  };
  visit(round, "", "", 0);
  return issues;
}

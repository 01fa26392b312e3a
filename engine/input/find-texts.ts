import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import { pointer } from "./json-pointer.ts";
import { isPersonalField, personalKind } from "./personal-data.ts";

/** No lawful round is deeper than this; what lies below is refused by the schema above it. */
const MAX_DEPTH = 16;

/**
 * Every field name and text in a round, known field or not, that looks like personal data, and every field no object may have.
 * The issues name the place and the kind, never the text itself.
 */
export function* findTexts(value: unknown, path = "", seen: WeakSet<object> = new WeakSet(), depth = 0): Generator<InputIssue> {
  if (typeof value === "string") {
    const kind = personalKind(value);
    if (kind !== null) yield inputIssue("value-personal", path, { kind });
  }
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH || seen.has(value)) return;
  seen.add(value);
  for (const [key, inner] of Object.entries(value)) {
    // Most leaves are harmless numbers and short words: no generator and no pointer is made for them.
    if (!Array.isArray(value)) yield* fieldIssues(key, path);
    if (typeof inner === "object" || (typeof inner === "string" && personalKind(inner) !== null)) {
      yield* findTexts(inner, pointer(path, key), seen, depth + 1);
    }
  }
}

function* fieldIssues(key: string, path: string): Generator<InputIssue> {
  if (key === "__proto__") yield inputIssue("field-unknown", pointer(path, key), { field: key });
  else if (isPersonalField(key)) yield inputIssue("field-personal", pointer(path, key), { field: key });
  const kind = personalKind(key);
  if (kind !== null) yield inputIssue("value-personal", path, { kind });
}

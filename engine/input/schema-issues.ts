import type { z } from "zod";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import { pointer } from "./json-pointer.ts";
import { isPersonalField } from "./personal-data.ts";

type ZodIssue = z.core.$ZodIssue;

/** What zod found wrong with the value at `base`, in our codes. */
export function* schemaIssues(error: z.ZodError, value: unknown, base: string): Generator<InputIssue> {
  for (const issue of error.issues) yield* translate(issue, value, base);
}

/** Field names that `findTexts` reports wherever they stand are left to it. */
export function* unknownFields(fields: readonly string[], base: string): Generator<InputIssue> {
  for (const field of fields) {
    if (field !== "__proto__" && !isPersonalField(field)) yield inputIssue("field-unknown", pointer(base, field), { field });
  }
}

function* translate(issue: ZodIssue, value: unknown, base: string): Generator<InputIssue> {
  const path = pointer(base, ...issue.path);
  if (issue.code === "unrecognized_keys") {
    yield* unknownFields(issue.keys, path);
  } else if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) {
    yield inputIssue("field-missing", path);
  } else if (issue.code === "invalid_union" && issue.errors.length > 0) {
    yield* nearestBranch(issue.errors, valueAt(value, issue.path), path, issue.message);
  } else if (issue.code === "invalid_key") {
    yield inputIssue("value-invalid", path, { detail: issue.issues[0]?.message ?? issue.message });
  } else if (issue.code === "too_big" && issue.origin === "array") {
    const list = valueAt(value, issue.path);
    yield inputIssue("too-large", path, { count: Array.isArray(list) ? list.length : "?", max: Number(issue.maximum) });
  } else {
    yield inputIssue("value-invalid", path, { detail: issue.message });
  }
}

/** Of the forms a value may have, the one with the fewest complaints is what was meant; a value of no form's type is one issue. */
function* nearestBranch(
  branches: readonly (readonly ZodIssue[])[],
  value: unknown,
  path: string,
  message: string,
): Generator<InputIssue> {
  const sameType = branches.filter((issues) => !issues.some((issue) => issue.code === "invalid_type" && issue.path.length === 0));
  const [nearest] = sameType.toSorted((a, b) => complaints(a) - complaints(b));
  if (nearest === undefined) {
    const forms = branches.flatMap((issues) => issues.flatMap((issue) => ("expected" in issue ? [issue.expected] : [])));
    const detail = forms.length === 0 ? message : `Expected ${[...new Set(forms)].join(" or ")}`;
    yield inputIssue("value-invalid", path, { detail });
  } else {
    for (const issue of nearest) yield* translate(issue, value, path);
  }
}

function complaints(issues: readonly ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, step) ? inner[step as keyof typeof inner] : undefined,
    value,
  );
}

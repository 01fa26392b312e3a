import type { Violation } from "../../engine/domain/violation.ts";

/** A violation in one line. */
export function violationLine(violation: Violation): string {
  if (violation.kind === "figure") {
    const { path, reported, recomputed } = violation;
    return `${path}: reported ${JSON.stringify(reported)}, recomputed ${JSON.stringify(recomputed)}`;
  }
  const subjects = Object.entries(violation.subjects).map(([kind, id]) => `${kind} ${id}`);
  return `${violation.rule}: ${violation.detail} (${subjects.join(", ")})`;
}

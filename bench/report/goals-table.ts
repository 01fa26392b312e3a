import type { Goal } from "../goals/goal.ts";
import type { Variant, Verdict } from "../goals/judge-goal.ts";
import { markdownTable } from "./markdown-table.ts";
import { spreadText } from "./statistics.ts";

const DIGITS = 2;

/** "composition, wishes late". */
const variantText = ({ ground, wishes }: Variant): string => `${ground}, wishes ${wishes}`;

/** The median with its range, its unit and whether it is what was wanted. */
function figureText({ unit }: Goal, { spread, verdict, shown }: Verdict): string {
  if (spread === null) return "not measured";
  if (!Number.isFinite(spread.middle)) return `not reached [${shown.length}]: **${verdict}**`;
  const text = spreadText(spread, DIGITS).replaceAll("> Infinity", "not reached");
  return `${text} ${unit} [${shown.length}]: **${verdict}**`;
}

/** One line for the terminal, with what stands behind each figure. */
export function verdictText(goal: Goal, verdict: Verdict): string {
  const notes = verdict.shown.flatMap(({ note }) => (note === "" ? [] : [note]));
  const text = `${goal.statement} (${variantText(verdict.variant)}): ${figureText(goal, verdict).replaceAll("**", "")}`;
  return notes.length === 0 ? text : `${text} (${notes.join("; ")})`;
}

/** One row per goal, one column per variant. */
export function goalsTable(rows: readonly { readonly goal: Goal; readonly verdicts: readonly Verdict[] }[]): string {
  const variants = rows[0]?.verdicts.map(({ variant }) => variantText(variant)) ?? [];
  return markdownTable(
    ["goal", ...variants],
    rows.map(({ goal, verdicts }) => [goal.statement, ...verdicts.map((verdict) => figureText(goal, verdict))]),
  );
}

/** What stands behind the figures, goal by goal. */
export function goalNotes(rows: readonly { readonly goal: Goal; readonly verdicts: readonly Verdict[] }[]): string {
  const lines = rows.flatMap(({ goal, verdicts }) =>
    verdicts.flatMap(({ variant, shown }) => {
      const notes = shown.flatMap(({ note }) => (note === "" ? [] : [note]));
      return notes.length === 0 ? [] : [`- ${goal.id}, ${variantText(variant)}: ${notes.join("; ")}`];
    }),
  );
  return lines.join("\n");
}

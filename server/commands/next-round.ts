import { parseDay } from "../../engine/domain/calendar.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import type { Result } from "../../engine/domain/result.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { nextRound } from "../../engine/simulate/next-round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { violationLine } from "../report/violation.ts";
import { readArguments } from "./arguments.ts";
import { exitWithIssues, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent next-round -- ROUND RESULT [--from YYYY-MM-DD]
Writes the input of the round that follows on a day; without --from, on the first start of a promotion the result places somebody in.
Who is not in it is named on the standard error with the reasons.`;

const { values, positionals } = readArguments({ from: { type: "string" } }, USAGE);
const [roundFile, resultFile] = positionals;
if (roundFile === undefined || resultFile === undefined || positionals.length > 2) exit([USAGE]);

const text = readText(roundFile);
const parsed = parseRound(text);
if (!parsed.ok) exitWithIssues(parsed.issues);
const answer = parseResult(readText(resultFile));
if (!answer.ok) exit([...answer.issues.map(describeIssue), `${resultFile} is no result`]);
const violations = verifyResult(parsed.round, answer.result);
if (violations.length > 0)
  exit([...violations.map(violationLine), `${resultFile} is no lawful result of round ${parsed.round.id}`]);

// `parseRound` has read every part of it.
const given = JSON.parse(text.replace(/^\uFEFF/, "")) as RoundJson;
const from = values.from === undefined ? firstStart(given, answer.result) : parseDay(values.from);
if (from === null)
  exit([values.from === undefined ? "The result places nobody: say --from." : `${values.from} is no day.`, USAGE]);
const { round, leaving } = nextRound(given, answer.result, from);
for (const { candidate, reasons, reserveSince } of leaving) {
  const priority = reserveSince === null ? "" : `; on the reserve list since ${reserveSince}`;
  process.stderr.write(`${candidate} leaves: ${reasons.join(", ")}${priority}\n`);
}
process.stdout.write(`${JSON.stringify(round)}\n`);

/** The first day on which somebody placed by the result starts. */
function firstStart({ promotions }: RoundJson, { outcomes }: Result): number | null {
  const used = new Set(outcomes.flatMap((outcome) => ("promotion" in outcome ? [outcome.promotion] : [])));
  const [first] = promotions.flatMap(({ id, start }) => (used.has(id) ? [start] : [])).sort();
  return first === undefined ? null : parseDay(first);
}

function exit(lines: readonly string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

import { writeFileSync } from "node:fs";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import { LANGUAGES, type Language } from "../../engine/explain/texts/catalogue.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { parseRound, parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { type PlaceOutcome, place } from "../../engine/place.ts";
import { describeRepair } from "../../engine/simulate/repair/describe-repair.ts";
import { repairRound } from "../../engine/simulate/repair/repair-round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { plannerReport } from "../report/planner-report.ts";
import { repairLines } from "../report/repair.ts";
import { violationLine } from "../report/violation.ts";
import { readArguments } from "./arguments.ts";
import { exitUnsolved } from "./exit-unsolved.ts";
import { loadSolver } from "./load-solver.ts";
import { exitWithIssues, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent repair -- ROUND RESULT PATCH [--json] [--out FILE] [--round FILE] [--seconds S] [--lang ${LANGUAGES.join("|")}]
PATCH is a list of changes (JSON, "-": standard input), as [{"kind":"host-withdrawn","host":"h1"}] or
[{"kind":"candidate-withdrawn","candidate":"c1"}]. --out writes the new result, --round the round it is the result of.`;

const { values, positionals } = readArguments(
  {
    json: { type: "boolean" },
    out: { type: "string" },
    round: { type: "string" },
    seconds: { type: "string" },
    lang: { type: "string" },
  },
  USAGE,
);
const [roundFile, resultFile, patchFile] = positionals;
const seconds = values.seconds === undefined ? null : Number(values.seconds);
if (roundFile === undefined || resultFile === undefined || patchFile === undefined || positionals.length > 3) refuse([USAGE]);
const language = LANGUAGES.find((one): one is Language => one === (values.lang ?? "en"));
if (language === undefined || (seconds !== null && !(seconds > 0))) refuse([USAGE]);

const text = readText(roundFile);
const before = parseRound(text);
if (!before.ok) exitWithIssues(before.issues);
const answer = parseResult(readText(resultFile));
if (!answer.ok) refuse([...answer.issues.map(describeIssue), `${resultFile} is no result`]);
const violations = verifyResult(before.round, answer.result);
if (violations.length > 0) {
  refuse([...violations.map(violationLine), `${resultFile} is no lawful result of round ${before.round.id}`]);
}

// `parseRound` has read every part of it.
const given = JSON.parse(text.replace(/^\uFEFF/, "")) as RoundJson;
const scenario = repairRound(given, answer.result, patches(readText(patchFile)), `${given.id}-repair`);
if (!scenario.ok) refuse(scenario.issues.map(describeIssue));
const after = parseRoundValue(scenario.round);
if (!after.ok) exitWithIssues(after.issues);
const round = { ...after.round, limits: { ...after.round.limits, seconds: seconds ?? after.round.limits.seconds } };
if (values.round !== undefined) writeFileSync(values.round, `${JSON.stringify(scenario.round)}\n`);

const solver = await loadSolver("highs", USAGE);
const started = performance.now();
const now = () => (performance.now() - started) / 1000;
process.exitCode = finish(await place(round, after.warnings, { solver, now }), scenario.round, language);

/** Writes the outcome and returns the exit code of the contract. */
function finish(outcome: PlaceOutcome, repaired: RoundJson, told: Language): number {
  if (outcome.status !== "solved") return exitUnsolved(outcome, told);
  const { result } = outcome;
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result)}\n`);
  // Its issues would have ended the command above.
  const base = { round: given, result: (answer as Extract<typeof answer, { ok: true }>).result };
  const repair = describeRepair(base, { round: repaired, result });
  const lines = `${repairLines(repair).join("\n")}\n\n${plannerReport(round, result, now())}`;
  process.stdout.write(values.json === true ? `${JSON.stringify({ round: repaired, result, repair })}\n` : lines);
  return 0;
}

/** One patch may stand for a list of one; what is wrong with it is for the reader of patches to say. */
function patches(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    refuse([`${patchFile} is no JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function refuse(lines: readonly string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

import { formatDay } from "../../engine/domain/calendar.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import { explainCandidate } from "../../engine/explain/explain-candidate.ts";
import { type Audience, LANGUAGES, type Language } from "../../engine/explain/texts/catalogue.ts";
import { explanationText } from "../../engine/explain/texts/explanation-text.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { violationLine } from "../report/violation.ts";
import { readArguments } from "./arguments.ts";
import { loadSolver } from "./load-solver.ts";
import { readRound, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent explain -- ROUND RESULT CANDIDATE [--lang ${LANGUAGES.join("|")}] [--for candidate|planner|file] [--json] [--seconds S]
Why somebody has what they have and not something else, and what would have helped. RESULT is what place --out wrote.`;
const AUDIENCES: readonly Audience[] = ["candidate", "planner", "file"];

const { values, positionals } = readArguments(
  { lang: { type: "string" }, for: { type: "string" }, json: { type: "boolean" }, seconds: { type: "string" } },
  USAGE,
);
const [roundFile, resultFile, candidate] = positionals;
const language = LANGUAGES.find((one): one is Language => one === (values.lang ?? "en"));
const audience = AUDIENCES.find((one) => one === (values.for ?? "candidate"));
const seconds = Number(values.seconds ?? 30);
if (roundFile === undefined || resultFile === undefined || candidate === undefined || positionals.length > 3) exit([USAGE]);
if (language === undefined || audience === undefined || !(seconds > 0)) exit([USAGE]);

const { round } = readRound(roundFile);
const parsed = parseResult(readText(resultFile));
if (!parsed.ok) exit([...parsed.issues.map(describeIssue), `${resultFile} is no result`]);
const violations = verifyResult(round, parsed.result);
if (violations.length > 0) exit([...violations.map(violationLine), `${resultFile} is no lawful result of round ${round.id}`]);
const started = performance.now();
const ports = { solver: await loadSolver("highs", USAGE), now: () => (performance.now() - started) / 1000 };
const explanation = await explainCandidate(round, parsed.result, candidate, ports, { seconds });
if (explanation === null) exit([`round ${round.id} has no candidate ${candidate}`]);
const starts = new Map(round.promotions.map(({ id, start }) => [id, formatDay(start)]));
const text = explanationText(explanation, language, audience, (promotion) => starts.get(promotion) ?? "");
process.stdout.write(values.json === true ? `${JSON.stringify(explanation)}\n` : `${text.join("\n")}\n`);

function exit(lines: readonly string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

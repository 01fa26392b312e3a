import { formatDay } from "../../engine/domain/calendar.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import { whyBand } from "../../engine/explain/band/why-band.ts";
import { explainCandidate } from "../../engine/explain/explain-candidate.ts";
import { bandLines } from "../../engine/explain/texts/band-text.ts";
import { type Audience, LANGUAGES, type Language } from "../../engine/explain/texts/catalogue.ts";
import { explanationText } from "../../engine/explain/texts/explanation-text.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { violationLine } from "../report/violation.ts";
import { readArguments } from "./arguments.ts";
import { loadSolver } from "./load-solver.ts";
import { readRound, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent explain -- ROUND RESULT CANDIDATE [--lang ${LANGUAGES.join("|")}] [--for candidate|planner|file] [--json] [--seconds S]
       npm run --silent explain -- ROUND RESULT --band PROMOTION DIMENSION CATEGORY [--lang ...] [--json] [--seconds S]
Why somebody has what they have and not something else, and what would have helped; or why a promotion lies outside a band. RESULT is what place --out wrote.`;
const AUDIENCES: readonly Audience[] = ["candidate", "planner", "file"];

const { values, positionals } = readArguments(
  {
    lang: { type: "string" },
    for: { type: "string" },
    json: { type: "boolean" },
    seconds: { type: "string" },
    band: { type: "boolean" },
  },
  USAGE,
);
const [roundFile, resultFile, subject, dimension = "", category = ""] = positionals;
const asksForBand = values.band === true;
const language = LANGUAGES.find((one): one is Language => one === (values.lang ?? "en"));
const audience = AUDIENCES.find((one) => one === (values.for ?? "candidate"));
const seconds = Number(values.seconds ?? 30);
if (roundFile === undefined || resultFile === undefined || subject === undefined) exit([USAGE]);
if (positionals.length !== (asksForBand ? 5 : 3)) exit([USAGE]);
if (language === undefined || audience === undefined || !(seconds > 0)) exit([USAGE]);

const { round } = readRound(roundFile);
const parsed = parseResult(readText(resultFile));
if (!parsed.ok) exit([...parsed.issues.map(describeIssue), `${resultFile} is no result`]);
const violations = verifyResult(round, parsed.result);
if (violations.length > 0) exit([...violations.map(violationLine), `${resultFile} is no lawful result of round ${round.id}`]);
const started = performance.now();
const ports = { solver: await loadSolver("highs", USAGE), now: () => (performance.now() - started) / 1000 };
if (asksForBand) {
  const answer = await whyBand(round, parsed.result, { promotion: subject, dimension, category }, ports, { seconds });
  if (answer === null) exit([`round ${round.id} has no band for ${dimension} ${category} in a promotion ${subject}`]);
  print(answer, bandLines(answer, language));
} else {
  const explanation = await explainCandidate(round, parsed.result, subject, ports, { seconds });
  if (explanation === null) exit([`round ${round.id} has no candidate ${subject}`]);
  const starts = new Map(round.promotions.map(({ id, start }) => [id, formatDay(start)]));
  print(
    explanation,
    explanationText(explanation, language, audience, (promotion) => starts.get(promotion) ?? ""),
  );
}

function print(answer: unknown, text: readonly string[]): void {
  process.stdout.write(values.json === true ? `${JSON.stringify(answer)}\n` : `${text.join("\n")}\n`);
}

function exit(lines: readonly string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

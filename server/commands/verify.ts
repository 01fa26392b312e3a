import { describeIssue } from "../../engine/domain/input-issue.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { violationLine } from "../report/violation.ts";
import { readArguments } from "./arguments.ts";
import { readRound, readText } from "./read-round.ts";

const USAGE = "usage: npm run --silent verify -- ROUND RESULT";

const { positionals } = readArguments({}, USAGE);
const [roundFile, resultFile] = positionals;
if (roundFile === undefined || resultFile === undefined || positionals.length > 2) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const { round } = readRound(roundFile);
const parsed = parseResult(readText(resultFile));
const lines = parsed.ok ? verifyResult(round, parsed.result).map(violationLine) : parsed.issues.map(describeIssue);
if (lines.length === 0) {
  process.stdout.write(
    `lawful, and every figure is what the round and the placements give: ${resultFile} for round ${round.id}\n`,
  );
} else {
  process.stdout.write(
    `${lines.join("\n")}\n${lines.length} violations: ${resultFile} is not a lawful and correct result for round ${round.id}\n`,
  );
  process.exitCode = 1;
}

import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { bundleLines } from "../report/bundle.ts";
import { violationLine } from "../report/violation.ts";
import { readArguments } from "./arguments.ts";
import { readRound, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent verify -- ROUND RESULT
       npm run --silent verify -- BUNDLE [--head sha256:...]
--head: the head that was kept when the bundle was made.`;

const { values, positionals } = readArguments({ head: { type: "string" } }, USAGE);
const [roundFile, resultFile] = positionals;
if (roundFile === undefined || positionals.length > 2 || (resultFile !== undefined && values.head !== undefined)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
process.exitCode = resultFile === undefined ? verifyOne(roundFile) : verifyTwo(roundFile, resultFile);

function verifyOne(file: string): number {
  const verdict = verifyBundle(readText(file), values.head ?? null);
  process.stdout.write(`${bundleLines(verdict).join("\n")}\n`);
  return verdict.issues.length === 0 ? 0 : 1;
}

function verifyTwo(ofRound: string, ofResult: string): number {
  const { round } = readRound(ofRound);
  const parsed = parseResult(readText(ofResult));
  const lines = parsed.ok ? verifyResult(round, parsed.result).map(violationLine) : parsed.issues.map(describeIssue);
  if (lines.length === 0) {
    process.stdout.write(
      `lawful, and every figure is what the round and the placements give: ${ofResult} for round ${round.id}\n`,
    );
    return 0;
  }
  const closing = `${lines.length} violations: ${ofResult} is not a lawful and correct result for round ${round.id}`;
  process.stdout.write(`${[...lines, closing].join("\n")}\n`);
  return 1;
}

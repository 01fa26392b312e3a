import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { eraseBundle } from "../../engine/bundle/erase-bundle.ts";
import { makeBundle } from "../../engine/bundle/make-bundle.ts";
import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import { parseResult } from "../../engine/input/parse-result.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { bundleLines } from "../report/bundle.ts";
import { readArguments } from "./arguments.ts";
import { exitWithIssues, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent bundle -- ROUND RESULT [--out FILE]
       npm run --silent bundle -- --erase BUNDLE [--out FILE]
Writes everything needed to verify the result again into one file (docs/guarantees.md, G13); --erase takes the payloads about persons out of
one, after which its chain still verifies.`;

const { values, positionals } = readArguments({ out: { type: "string" }, erase: { type: "boolean" } }, USAGE);
const text = values.erase === true ? erased(positionals) : made(positionals);
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);

function made([roundFile, resultFile, ...others]: readonly string[]): string {
  if (roundFile === undefined || resultFile === undefined || others.length > 0) refuse([USAGE]);
  const given = readText(roundFile);
  const round = parseRound(given);
  if (!round.ok) exitWithIssues(round.issues);
  const result = parseResult(readText(resultFile));
  if (!result.ok) refuse([...result.issues.map(describeIssue), `${resultFile} is no result`]);
  // `parseRound` has read every part of it.
  const json = JSON.parse(given.replace(/^\uFEFF/, "")) as RoundJson;
  const bundle = makeBundle({ round: json, result: result.result, salt: () => randomBytes(16).toString("hex") });
  const verdict = verifyBundle(bundle);
  if (verdict.issues.length > 0)
    refuse([...bundleLines(verdict), `${resultFile} is no lawful and correct result of ${roundFile}`], 1);
  return bundle;
}

function erased([file, ...others]: readonly string[]): string {
  if (file === undefined || others.length > 0) refuse([USAGE]);
  const left = eraseBundle(readText(file));
  if ("unreadable" in left) refuse([`${file} is no bundle: ${left.unreadable}`]);
  return left.text;
}

function refuse(lines: readonly string[], code = 2): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(code);
}

import { parseRound, parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { place } from "../../engine/place.ts";
import { readArguments } from "./arguments.ts";
import { loadSolver } from "./load-solver.ts";
import { exitWithIssues, readText } from "./read-round.ts";

const USAGE = `usage: npm run --silent same-again -- ROUND [--steps N]
Guarantee G10: places a round twice, the second time with every list that is a set turned round, and compares the results byte by byte.
Runs that a clock ended are exempt: --steps bounds the work instead.`;

const { values, positionals } = readArguments({ steps: { type: "string" } }, USAGE);
const [file] = positionals;
const steps = values.steps === undefined ? null : Number(values.steps);
if (file === undefined || positionals.length > 1 || (steps !== null && !(steps > 0))) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const text = readText(file);
const parsed = parseRound(text);
if (!parsed.ok) exitWithIssues(parsed.issues);
// `parseRound` has read every part of it.
const given = JSON.parse(text.replace(/^\uFEFF/, "")) as RoundJson;
const round: RoundJson = { ...given, limits: { ...given.limits, ...(steps === null ? {} : { steps }) } };
const solver = await loadSolver("highs", USAGE);
const answers = [await answerTo(round), await answerTo(reversed(round))] as const;
const [first, second] = answers;
if (first.exempt || second.exempt) {
  process.stdout.write("a clock ended a run: nothing is promised of such runs, bound the work with --steps\n");
  process.exitCode = 4;
} else if (first.text === second.text) {
  process.stdout.write(`the same again: ${first.text.length} characters of round ${round.id}, both times\n`);
} else {
  process.stdout.write(
    `two different answers to round ${round.id}: ${first.text.slice(0, 200)} and ${second.text.slice(0, 200)}\n`,
  );
  process.exitCode = 1;
}

/** The answer without the limits, which are exempt; of a run that was not solved, everything there is. */
async function answerTo(value: RoundJson): Promise<{ readonly text: string; readonly exempt: boolean }> {
  const read = parseRoundValue(value);
  if (!read.ok) exitWithIssues(read.issues);
  const outcome = await place(read.round, read.warnings, { solver, now: () => performance.now() / 1000 });
  if (outcome.status !== "solved") return { text: JSON.stringify(outcome), exempt: outcome.status === "nothing-found" };
  const { limits: _, ...certificate } = outcome.result.certificate;
  const exempt = outcome.result.stoppedBy !== "proof" && outcome.result.stoppedBy !== "steps";
  return { text: JSON.stringify({ ...outcome.result, certificate }), exempt };
}

/** The same round told the other way round. */
function reversed(value: RoundJson): RoundJson {
  const sets = ["hosts", "missions", "promotions", "candidates", "pins"] as const;
  const turned = sets.flatMap((name) => (value[name] === undefined ? [] : [[name, [...(value[name] ?? [])].reverse()]]));
  return { ...value, ...Object.fromEntries(turned) };
}

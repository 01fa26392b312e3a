import { writeFileSync } from "node:fs";
import type { Round } from "../../engine/domain/round.ts";
import { LANGUAGES, type Language } from "../../engine/explain/texts/catalogue.ts";
import { type PlaceOutcome, place } from "../../engine/place.ts";
import { withCrew } from "../crew/thread-crew.ts";
import { plannerReport } from "../report/planner-report.ts";
import { showProgress } from "../report/progress.ts";
import { readArguments } from "./arguments.ts";
import { exitUnsolved } from "./exit-unsolved.ts";
import { loadSolver, SOLVER_NAMES } from "./load-solver.ts";
import { readRound } from "./read-round.ts";

const USAGE = `usage: npm run --silent place -- [FILE] [--json] [--out FILE] [--seconds S] [--seed TEXT] [--solver ${SOLVER_NAMES.join("|")}] [--lang ${LANGUAGES.join("|")}]
FILE is a round (JSON, "-": standard input); without it the shipped Belgian round is placed.`;
const SHIPPED = new URL("../../datasets/rounds/intake.json", import.meta.url).pathname;

const { values, positionals } = readArguments(
  {
    json: { type: "boolean" },
    out: { type: "string" },
    seconds: { type: "string" },
    seed: { type: "string" },
    solver: { type: "string" },
    lang: { type: "string" },
  },
  USAGE,
);
const seconds = values.seconds === undefined ? null : Number(values.seconds);
const language = LANGUAGES.find((one): one is Language => one === (values.lang ?? "en"));
if (language === undefined || positionals.length > 1 || (seconds !== null && !(seconds > 0))) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const { round: given, warnings } = readRound(positionals[0] ?? SHIPPED);
const round: Round = {
  ...given,
  seed: values.seed ?? given.seed,
  limits: { ...given.limits, seconds: seconds ?? given.limits.seconds },
};
const solver = await loadSolver(values.solver ?? "highs", USAGE);
const started = performance.now();
const now = () => (performance.now() - started) / 1000;
const progress = showProgress(process.stderr, round);
const outcome = await withCrew(solver.name === "highs" ? round.limits.threads : 1, (crew) =>
  place(round, warnings, {
    solver,
    now,
    onProgress: progress.show,
    onPhase: progress.showPhase,
    ...(crew === undefined ? {} : { crew }),
  }),
);
progress.end();
process.exitCode = finish(outcome, language);

/** Writes the outcome and returns the exit code of the contract. */
function finish(outcome: PlaceOutcome, told: Language): number {
  if (outcome.status !== "solved") return exitUnsolved(outcome, told);
  const json = `${JSON.stringify(outcome.result)}\n`;
  if (values.out !== undefined) writeFileSync(values.out, json);
  process.stdout.write(values.json === true ? json : plannerReport(round, outcome.result, now()));
  return 0;
}

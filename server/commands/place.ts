import { writeFileSync } from "node:fs";
import { conflictLines } from "../../engine/conflict/texts/conflict-text.ts";
import type { Round } from "../../engine/domain/round.ts";
import { type PlaceOutcome, place } from "../../engine/place.ts";
import { withCrew } from "../crew/thread-crew.ts";
import { plannerReport } from "../report/planner-report.ts";
import { showProgress } from "../report/progress.ts";
import { readArguments } from "./arguments.ts";
import { loadSolver, SOLVER_NAMES } from "./load-solver.ts";
import { exitWithIssues, readRound } from "./read-round.ts";

const USAGE = `usage: npm run --silent place -- [FILE] [--json] [--out FILE] [--seconds S] [--seed TEXT] [--solver ${SOLVER_NAMES.join("|")}]
FILE is a round (JSON, "-": standard input); without it the shipped Belgian round is placed.`;
const SHIPPED = new URL("../../datasets/rounds/intake.json", import.meta.url).pathname;

const { values, positionals } = readArguments(
  {
    json: { type: "boolean" },
    out: { type: "string" },
    seconds: { type: "string" },
    seed: { type: "string" },
    solver: { type: "string" },
  },
  USAGE,
);
const seconds = values.seconds === undefined ? null : Number(values.seconds);
if (positionals.length > 1 || (seconds !== null && !(seconds > 0))) {
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
  place(round, warnings, { solver, now, onProgress: progress.show, ...(crew === undefined ? {} : { crew }) }),
);
progress.end();
process.exitCode = finish(outcome);

/** Writes the outcome and returns the exit code of the contract. */
function finish(outcome: PlaceOutcome): number {
  switch (outcome.status) {
    case "solved": {
      const json = `${JSON.stringify(outcome.result)}\n`;
      if (values.out !== undefined) writeFileSync(values.out, json);
      process.stdout.write(values.json === true ? json : plannerReport(round, outcome.result, now()));
      return 0;
    }
    case "bad-input":
      return exitWithIssues(outcome.issues);
    case "infeasible":
      process.stderr.write(`${conflictLines(outcome.conflict, outcome.relaxations, "en").join("\n")}\n`);
      return 3;
    case "nothing-found":
      process.stderr.write(
        `No lawful placement was found within the limit (${outcome.limit}), nor was it shown that there is none.\n`,
      );
      return 4;
    case "failed":
      process.stderr.write(`${[outcome.message, ...outcome.violations.map((one) => JSON.stringify(one))].join("\n")}\n`);
      return 1;
  }
}

import { parseArgs } from "node:util";
import { generateRound, type RoundParameters } from "../generate-round.ts";
import { writeRound } from "../write-round.ts";

const USAGE = "usage: npm run --silent generate -- --candidates N --seed S [--seats 1.0] [--months 6]";

/** Reads the command line; the text of what is wrong with it otherwise. */
function readParameters(args: readonly string[]): RoundParameters | string {
  const option = { type: "string" } as const;
  const options = { candidates: option, seed: option, seats: option, months: option };
  let values: { candidates?: string; seed?: string; seats?: string; months?: string };
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const candidates = wholeNumber(values.candidates, 1, 100_000);
  const seed = wholeNumber(values.seed, 0, 2_147_483_647);
  const months = wholeNumber(values.months ?? "6", 1, 36);
  const seats = /^\d{1,2}(\.\d{1,3})?$/.test(values.seats ?? "1") ? Number(values.seats ?? "1") : 0;
  if (candidates === null) return "--candidates must be a whole number from 1 to 100000";
  if (seed === null) return "--seed must be a whole number from 0 to 2147483647";
  if (months === null) return "--months must be a whole number from 1 to 36";
  if (seats < 0.1 || seats > 10) return "--seats must be a number from 0.1 to 10, with at most three decimals";
  return { candidates, seed, seats, months };
}

/** The number that `text` is, when it is whole and in [least, most]. */
function wholeNumber(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

const parameters = readParameters(process.argv.slice(2));
if (typeof parameters === "string") {
  process.stderr.write(`${parameters}\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(writeRound(generateRound(parameters)));
}

import { parseArgs } from "node:util";
import { generateRound, type RoundParameters } from "../generate-round.ts";
import { type PolicyVariant, PROFILE_VARIANT } from "../generator/policy-variant.ts";
import { writeRound } from "../write-round.ts";

const USAGE = `usage: npm run --silent generate -- --candidates N --seed S [--seats 1.0] [--months 6]
       [--ground replacement|composition] [--wishes late|early] [--targets unmet|met]`;

/** Reads the command line; the text of what is wrong with it otherwise. */
function readParameters(args: readonly string[]): RoundParameters | string {
  const option = { type: "string" } as const;
  const options = {
    candidates: option,
    seed: option,
    seats: option,
    months: option,
    ground: option,
    wishes: option,
    targets: option,
  };
  let values: { readonly [name in keyof typeof options]?: string };
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
  const policy = readVariant(values);
  return typeof policy === "string" ? policy : { candidates, seed, seats, months, policy };
}

/** How the policy differs from the profile's; the text of what is wrong with it otherwise. */
function readVariant({
  ground = PROFILE_VARIANT.ground,
  wishes = PROFILE_VARIANT.wishes,
  targets = PROFILE_VARIANT.targets,
}: {
  readonly [name in keyof PolicyVariant]?: string;
}): PolicyVariant | string {
  if (ground !== "replacement" && ground !== "composition") return "--ground must be replacement or composition";
  if (wishes !== "late" && wishes !== "early") return "--wishes must be late or early";
  if (targets !== "unmet" && targets !== "met") return "--targets must be unmet or met";
  return { ground, wishes, targets };
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

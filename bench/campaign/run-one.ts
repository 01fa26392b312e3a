import { generateRound } from "../../datasets/generate-round.ts";
import type { Round } from "../../engine/domain/round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { CONTENDERS } from "../contenders/catalogue.ts";
import { judge } from "./judge.ts";
import type { RunRecord } from "./record.ts";
import { runInChild } from "./run-in-child.ts";

/** Months of starts: an intake has six, a national year twelve. */
const monthsOf = (size: number): number => (size < 650 ? 6 : 12);

/** The instance of a size and seed, as given and as parsed. */
export function instanceOf(size: number, seed: number): { readonly given: RoundJson; readonly round: Round } {
  const cohort = generateRound({ candidates: size, seed, months: monthsOf(size) });
  // The ground that first-come methods can keep: they know nothing of idle seats.
  const given = { ...cohort, policy: { deferralGround: "composition" as const } };
  const parsed = parseRoundValue(given);
  if (!parsed.ok) throw new Error(`the generated round ${size}/${seed} is not valid: ${parsed.issues[0]?.code}`);
  return { given, round: parsed.round };
}

/** Runs one contender on one instance and judges what it reached. */
export async function runOne(contender: string, size: number, seed: number, seconds: number): Promise<RunRecord> {
  const { given, round } = instanceOf(size, seed);
  const { sign, killed, peakMemory, trouble } = await runInChild(contender, given, seconds, seed);
  const answer = sign?.answer;
  const placements = answer?.placements ?? [];
  const { complaints, values } = judge(round, placements, answer?.stages ?? []);
  const cut = sign === null || !sign.final;
  return {
    size,
    seed,
    contender,
    end: killed && cut ? "killed" : cut ? "failed" : sign.answer.end,
    seconds: sign?.seconds ?? 0,
    cpuSeconds: sign?.cpuSeconds ?? 0,
    peakMemory,
    lawful: complaints.length === 0,
    complaints,
    remark: trouble === "" ? (answer?.remark ?? "") : trouble.slice(0, 200),
    solver: answer?.solver ?? null,
    optimises: CONTENDERS.get(contender)?.optimises ?? true,
    values: answer === undefined || (answer.end === "failed" && placements.length === 0) ? [] : values,
    stages: answer?.stages ?? [],
    moments: answer?.moments ?? [],
  };
}

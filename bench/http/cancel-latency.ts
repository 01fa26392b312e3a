import { pause } from "../reliability/processes.ts";
import { quantile } from "../reliability/quantile.ts";
import { randomNumbers } from "../reliability/random.ts";
import { type LoadedService, shipped } from "./loaded-service.ts";

interface Run {
  readonly id: string;
  readonly state: string;
  readonly quality: string;
}

/** Milliseconds. */
export interface CancelFigures {
  readonly cancels: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** Runs that ended without a placement although they had been solving for a while. */
  readonly without: number;
}

/** R10: runs of a national year, each cancelled at a random moment of its first so many seconds; how long until it is over. */
export async function measureCancels(
  { ask }: LoadedService,
  cancels: number,
  within: number,
  onCancel: (line: string) => void,
): Promise<CancelFigures> {
  const between = randomNumbers(1);
  const round = await ask<{ readonly id: string }>("POST", "/v1/rounds", shipped("national-year"));
  const took: number[] = [];
  let without = 0;
  for (let count = 0; count < cancels; count++) {
    const asked = { roundId: round.id, seed: `cancel ${count}`, limits: { seconds: within } };
    const { id } = await ask<Run>("POST", "/v1/runs", asked);
    while ((await ask<Run>("GET", `/v1/runs/${id}`)).state === "queued") await pause(20);
    // Up to its limit and into what comes after the search: decoding, reasons, verification.
    const after = between(50, within * 1_000);
    await pause(after);
    const cancelled = performance.now();
    let run = await ask<Run>("POST", `/v1/runs/${id}/cancel`);
    while (run.state === "solving") {
      await pause(10);
      run = await ask<Run>("GET", `/v1/runs/${id}`);
    }
    const milliseconds = performance.now() - cancelled;
    took.push(milliseconds);
    if (run.quality === "none") without += 1;
    onCancel(`cancelled after ${after} ms: over in ${Math.round(milliseconds)} ms, ${run.state}, ${run.quality}`);
  }
  took.sort((a, b) => a - b);
  return { cancels, p50: quantile(took, 0.5), p99: quantile(took, 0.99), longest: Math.round(took.at(-1) ?? 0), without };
}

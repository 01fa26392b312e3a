import { quantile } from "../reliability/quantile.ts";
import { type LoadedService, shipped } from "./loaded-service.ts";

/** Milliseconds. */
export interface OverloadFigures {
  readonly sent: number;
  /** Answered 503 or 429 with `Retry-After`. */
  readonly refused: number;
  /** Until a refusal was there. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** From the end of the overload to the first placement that is solved. */
  readonly recovered: number;
}

/** R8: far more placements at once than there is room for, all given up after so many seconds; then one more. */
export async function measureOverload(
  { url, headers }: LoadedService,
  callers: number,
  seconds: number,
): Promise<OverloadFigures> {
  const json = { ...headers, "content-type": "application/json" };
  const long = JSON.stringify({ ...shipped("national-year"), limits: { seconds: 60 } });
  const leaving = new AbortController();
  const took: number[] = [];
  let sent = 0;
  const call = async () => {
    while (!leaving.signal.aborted) {
      const started = performance.now();
      sent += 1;
      const answer = await fetch(`${url}/v1/placements`, { method: "POST", body: long, headers: json, signal: leaving.signal });
      await answer.arrayBuffer();
      if (answer.headers.get("retry-after") === null) continue;
      took.push(performance.now() - started);
      // A caller who is refused comes back, though sooner than asked.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const calling = Promise.allSettled(Array.from({ length: callers }, call));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  leaving.abort();
  await calling;
  const over = performance.now();
  const tiny = JSON.stringify(shipped("tiny"));
  while ((await fetch(`${url}/v1/placements`, { method: "POST", body: tiny, headers: json })).status !== 200) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const recovered = Math.round(performance.now() - over);
  took.sort((a, b) => a - b);
  const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)];
  return { sent, refused: took.length, p50, p99, longest: Math.round(took.at(-1) ?? 0), recovered };
}

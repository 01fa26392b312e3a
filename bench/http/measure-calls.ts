import autocannon from "autocannon";

/** What a series of calls came to. */
export interface CallFigures {
  readonly what: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** Answers other than 2xx and 3xx, broken connections and timeouts. */
  readonly failed: number;
}

interface Calls {
  readonly what: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  /** Sent one after the other by each connection. */
  readonly requests: readonly autocannon.Request[];
  /** Calls a second by all connections together; as fast as they are answered without. */
  readonly rate?: number;
}

/** Calls a service for so many seconds. */
export async function measureCalls({ what, url, headers, connections, seconds, requests, rate }: Calls): Promise<CallFigures> {
  const paced = rate === undefined ? {} : { overallRate: rate };
  const result = await autocannon({ url, connections, duration: seconds, headers, requests: [...requests], ...paced });
  const { latency, errors, timeouts } = result;
  const failed = result["4xx"] + result["5xx"] + errors + timeouts;
  return { what, perSecond: result.requests.average, p50: latency.p50, p99: latency.p99, longest: latency.max, failed };
}

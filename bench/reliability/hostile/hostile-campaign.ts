import fc from "fast-check";
import { DOCUMENT } from "../../../test/server/documentation-errors.ts";
import { type Ask, baseRequests } from "./base-requests.ts";
import { type HostileRequest, hostileRequest } from "./hostile-request.ts";
import { complaintAbout, type RawAnswer } from "./judge-answer.ts";

/** Where the hostile requests go, with a key that may do everything. */
export interface Target {
  readonly url: string;
  readonly key: string;
}

/** What came of them. */
export interface HostileReport {
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Requests by call. */
  readonly calls: number;
  /** The first request that was answered wrongly, made as small as it gets, and what is wrong. */
  readonly counterexample: string | null;
}

/** Sends so many hostile requests, of every call in the OpenAPI document; the same ones for the same seed. */
export async function hostileCampaign(target: Target, requests: number, seed: number): Promise<HostileReport> {
  const bases = await baseRequests(DOCUMENT, askOf(target));
  const documented = new Set(bases.map(({ method, route }) => `${method} ${route}`));
  const statuses: Record<number, number> = {};
  let sent = 0;
  const property = fc.asyncProperty(hostileRequest(bases, target.key), async (request) => {
    const answer = await send(target.url, request);
    sent += 1;
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const complaint = complaintAbout(request, answer, documented);
    if (complaint !== null) throw new Error(complaint);
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: requests, seed });
  const shown = failed ? `${String(errorInstance)} ${fc.stringify(counterexample).slice(0, 4_000)}` : null;
  return { requests: sent, statuses, calls: documented.size, counterexample: shown };
}

function askOf({ url, key }: Target): Ask {
  return async (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const answer = await fetch(url + path, { method, headers, ...sent });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

async function send(url: string, { method, path, query, headers, body }: HostileRequest): Promise<RawAnswer> {
  const answer = await fetch(`${url}${path}${query === "" ? "" : `?${query}`}`, {
    method,
    headers,
    ...(body === null ? {} : { body }),
  });
  const [mediaType = ""] = (answer.headers.get("content-type") ?? "").split(";");
  return { status: answer.status, mediaType, text: await answer.text() };
}

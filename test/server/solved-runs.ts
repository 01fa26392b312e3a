import type { StoredRound } from "../../server/schemas/round.ts";
import type { Run } from "../../server/schemas/run.ts";
import { call } from "./call.ts";
import type { RunningService } from "./running-service.ts";

/** Stores a round; answers its id. */
export async function storedRoundId(service: RunningService, text: string): Promise<string> {
  const { status, body } = await call<StoredRound>(service, "POST", "/v1/rounds", { body: text });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

/** Solves a stored round; answers the id of its run. */
export async function solvedRunId(service: RunningService, roundId: string, more: object = {}): Promise<string> {
  const started = await call<Run>(service, "POST", "/v1/runs", { body: JSON.stringify({ roundId, ...more }) });
  if (started.status !== 202) throw new Error(JSON.stringify(started.body));
  const { id } = started.body;
  for (;;) {
    const { body } = await call<Run>(service, "GET", `/v1/runs/${id}`, { route: "/v1/runs/{id}" });
    if (body.state === "completed") return id;
    if (body.state !== "queued" && body.state !== "solving") throw new Error(JSON.stringify(body));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

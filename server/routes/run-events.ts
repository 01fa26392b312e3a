import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { listEvents } from "../store/run-events.ts";
import { findRun, isOver } from "../store/runs.ts";
import { wholeRun } from "./run-view.ts";
import { changes } from "./wait-for-run.ts";

const HEARTBEAT_MILLISECONDS = 15_000;
/** Where the connection breaks the browser comes back after this long. */
const RETRY_MILLISECONDS = 2_000;
const MOST_STREAMS = 1_000;

const byId = z.strictObject({ id: z.string() });

/** `GET /v1/runs/{id}/events`: what happens to a run, as server-sent events. */
export function runEventRoutes(app: FastifyInstance, ports: ServicePorts): void {
  let open = 0;
  app.get<{ Params: z.infer<typeof byId> }>(
    "/v1/runs/:id/events",
    {
      schema: {
        operationId: "followRun",
        summary: "What happens to a run, as server-sent events",
        description:
          "`state`: the run changed its state. `progress`: a moment of the solve. `end`: the run as it is now; the stream ends after it. `id` numbers what is kept: with `Last-Event-ID` it goes on after that.",
        tags: ["runs"],
        params: byId,
        querystring: noParameters,
        response: {
          200: { description: "The events", content: { "text/event-stream": { schema: z.string() } } },
          ...problemAnswers("not-found", "queue-full"),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if ((await findRun(ports.store.db, id)) === null)
        return sendProblem(reply, { code: "not-found", detail: "There is no run with this id." });
      if (open >= MOST_STREAMS)
        return sendProblem(reply, { code: "queue-full", detail: "Too many event streams are open.", retryAfterSeconds: 5 });
      const last = Number(request.headers["last-event-id"]);
      const stream = Readable.from(eventsOf(ports, id, Number.isSafeInteger(last) && last > 0 ? last : 0));
      open += 1;
      stream.once("close", () => {
        open -= 1;
      });
      reply.headers({
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      return reply.send(stream);
    },
  );
}

/** Ends after the run's last event, with the service, or with the reader. */
async function* eventsOf({ store, watch, stopping }: ServicePorts, id: string, last: number): AsyncGenerator<string> {
  const wait = changes(watch, id);
  try {
    yield `retry: ${RETRY_MILLISECONDS}\n\n`;
    for (let after = last; ; ) {
      // Looked up first: what is added meanwhile is found the next time.
      const run = await findRun(store.db, id);
      if (run === null) return;
      for (const { number, type, data } of await listEvents(store.db, id, after)) {
        yield `id: ${number}\nevent: ${type}\ndata: ${data}\n\n`;
        after = number;
      }
      if (isOver(run.state) && after >= run.last_event) {
        yield `id: ${run.last_event}\nevent: end\ndata: ${JSON.stringify(await wholeRun(store.db, run))}\n\n`;
        return;
      }
      if (stopping.aborted) return;
      const changed = after < run.last_event || (await wait.next(HEARTBEAT_MILLISECONDS, stopping));
      if (!changed && !stopping.aborted) yield ": still here\n\n";
    }
  } finally {
    wait.end();
  }
}

import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sharedReads } from "../jobs/shared-reads.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { Database } from "../store/database.ts";
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
  const news = sharedNews(ports.store.db);
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
      const stream = Readable.from(eventsOf(ports, news, id, Number.isSafeInteger(last) && last > 0 ? last : 0));
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

/** What somebody who has a run's events up to a number is sent next. */
interface News {
  readonly text: string;
  /** Number of the last event in it. */
  readonly last: number;
  readonly isEnd: boolean;
  readonly hasMore: boolean;
}

/** `null` where the run is gone. */
async function readNews(db: Database, id: string, after: number): Promise<News | null> {
  // Looked up first: what is added meanwhile is found the next time.
  const run = await findRun(db, id);
  if (run === null) return null;
  const events = await listEvents(db, id, after);
  const last = events.at(-1)?.number ?? after;
  const isEnd = isOver(run.state) && last >= run.last_event;
  const end = isEnd ? eventText(run.last_event, "end", JSON.stringify(await wholeRun(db, run))) : "";
  const text = events.map(({ number, type, data }) => eventText(number, type, data)).join("") + end;
  return { text, last, isEnd, hasMore: last < run.last_event };
}

function eventText(number: number, type: string, data: string): string {
  return `id: ${number}\nevent: ${type}\ndata: ${data}\n\n`;
}

type ReadNews = (id: string, after: number) => Promise<News | null>;

/** A hundred readers of a run are at the same event: what comes next is read, and written as text, once for all of them. */
function sharedNews(db: Database): ReadNews {
  const shared = sharedReads((key) => {
    const [id = "", after] = key.split(" ");
    return readNews(db, id, Number(after));
  });
  return (id, after) => shared(`${id} ${after}`);
}

/** Ends after the run's last event, with the service, or with the reader. */
async function* eventsOf({ watch, stopping }: ServicePorts, news: ReadNews, id: string, from: number): AsyncGenerator<string> {
  const wait = changes(watch, id);
  try {
    yield `retry: ${RETRY_MILLISECONDS}\n\n`;
    for (let after = from; ; ) {
      const next = await news(id, after);
      if (next === null) return;
      if (next.text !== "") yield next.text;
      if (next.isEnd || stopping.aborted) return;
      after = next.last;
      const changed = next.hasMore || (await wait.next(HEARTBEAT_MILLISECONDS, stopping));
      if (!changed && !stopping.aborted) yield ": still here\n\n";
    }
  } finally {
    wait.end();
  }
}

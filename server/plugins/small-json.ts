import type { FastifyInstance } from "fastify";
import type { Refusal } from "../problems.ts";
import { readJson } from "../solver-process/read-json.ts";

/** Largest body that is read in the service's own process: a fraction of a millisecond. */
const MAX_SMALL_BYTES = 64 * 1024;

/** A refusal on the way to the error handler. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Routes of this scope take a small `application/json` body, checked against their zod schema. */
export function acceptSmallJson(scope: FastifyInstance): void {
  scope.addContentTypeParser("application/json", { parseAs: "buffer", bodyLimit: MAX_SMALL_BYTES }, (_, body, done) => {
    const read = readJson(Buffer.from(body));
    if (read.ok) done(null, read.value);
    else done(new RefusalError(read.refusal), undefined);
  });
}

import type { FastifyInstance } from "fastify";

/** Largest form read: a national round's four files are a tenth of it. */
const MAX_FORM_BYTES = 16 * 1024 * 1024;

/** Routes of this scope take `multipart/form-data` as bytes: a reader process takes it apart. */
export function acceptFormBytes(scope: FastifyInstance): void {
  scope.addContentTypeParser("multipart/form-data", { parseAs: "buffer", bodyLimit: MAX_FORM_BYTES }, (_, body, done) =>
    done(null, body),
  );
}

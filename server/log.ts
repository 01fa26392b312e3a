import { type DestinationStream, type Logger, pino } from "pino";

/** Names of fields that hold secrets or what a caller sent; wherever one of them is logged by mistake its value is not. */
const SECRET = ["authorization", "cookie", "set-cookie", "key", "token", "secret", "password", "body", "databaseUrl", "headers"];

/** JSON lines with an ISO time; no process or host name, and secrets taken out up to three levels deep. */
export function makeLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRET.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: "(withheld)" },
    serializers: { err: errorWithoutValues },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Database errors carry the row they failed on (`detail`, `parameters`): only what says where and why is kept. */
function errorWithoutValues(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack } = error;
  const code = "code" in error ? String(error.code) : undefined;
  const [, ...places] = (stack ?? "").split("\n    at ");
  return { type: name, message: withoutAddress(error.message), code, at: places.slice(0, 6) };
}

/** A connection URL has a password in it. */
function withoutAddress(message: string): string {
  return message.replaceAll(/postgres(ql)?:\/\/\S+/g, "postgres://(withheld)");
}

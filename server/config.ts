import { z } from "zod";

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a whole number")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be at most 65535")
    .default(8080),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, "must be a host name or an IP address")
    .default("127.0.0.1"),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .default("info"),
});

/** Where the service listens and how much it logs. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
}

/** Reads the environment; a variable that is set and wrong is an error, one per line. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly errors: readonly string[] } {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    return { ok: false, errors: parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`) };
  }
  const { PORT, HOST, LOG_LEVEL } = parsed.data;
  return { ok: true, config: { port: PORT, host: HOST, logLevel: LOG_LEVEL } };
}

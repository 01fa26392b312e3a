import { isIP } from "node:net";
import { z } from "zod";
import { MOST_RETENTION_DAYS } from "./retention/enforce-retention.ts";

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .refine((number) => number >= least, `must be at least ${least}`)
    .refine((number) => number <= most, `must be at most ${most}`);
}

const NETWORK = /^(.+)\/(\d{1,3})$/;

function isProxy(text: string): boolean {
  return isIP(text) !== 0 || isIP(NETWORK.exec(text)?.[1] ?? "") !== 0;
}

const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, "must be a host name or an IP address")
    .default("127.0.0.1"),
  DATA_DIR: z.string().min(1, "must be a folder").default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be a URL that starts with postgres://")
    .refine((url) => URL.canParse(url), "must be a URL that starts with postgres://")
    .optional(),
  RUN_PROCESSES: wholeNumber(0, 64).optional(),
  MAX_RUN_SECONDS: wholeNumber(1, 86_400).optional(),
  RETENTION_DAYS: wholeNumber(1, MOST_RETENTION_DAYS).default(MOST_RETENTION_DAYS),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(",").map((one) => one.trim()))
    .refine((list) => list.every(isProxy), "must be IP addresses or networks, separated by commas")
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .default("info"),
});

/** Where the service listens, where it keeps what it knows, how much it works and logs. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly storage: { readonly dataDir: string } | { readonly databaseUrl: string };
  /** `null`: one for each core but one. */
  readonly runProcesses: number | null;
  readonly maxRunSeconds: number | null;
  /** Days that personal data are kept: at most three years. */
  readonly retentionDays: number;
  readonly trustProxy: readonly string[];
}

/** Reads the environment; a variable that is set and wrong is an error, one per line. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly errors: readonly string[] } {
  const parsed = schema.safeParse(environment);
  const errors = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  if (environment.DATA_DIR !== undefined && environment.DATABASE_URL !== undefined) {
    errors.push("DATA_DIR and DATABASE_URL exclude each other: the first is for the embedded store, the second for PostgreSQL");
  }
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const { PORT, HOST, LOG_LEVEL, DATA_DIR, DATABASE_URL, RUN_PROCESSES, MAX_RUN_SECONDS, RETENTION_DAYS, TRUST_PROXY } =
    parsed.data;
  const config = {
    port: PORT,
    host: HOST,
    logLevel: LOG_LEVEL,
    storage: DATABASE_URL === undefined ? { dataDir: DATA_DIR } : { databaseUrl: DATABASE_URL },
    runProcesses: RUN_PROCESSES ?? null,
    maxRunSeconds: MAX_RUN_SECONDS ?? null,
    retentionDays: RETENTION_DAYS,
    trustProxy: TRUST_PROXY ?? [],
  };
  return { ok: true, config };
}

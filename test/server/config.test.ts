import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

const DEFAULTS = {
  ...{ port: 8080, host: "127.0.0.1", logLevel: "info", storage: { dataDir: "data" } },
  ...{ runProcesses: null, maxRunSeconds: null, retentionDays: 1095, trustProxy: [] },
};

test("without any variable the service listens on this machine's port 8080 and keeps what it knows in data/", () => {
  expect(readConfig({})).toEqual({ ok: true, config: DEFAULTS });
});

test("every variable is read", () => {
  const some = {
    PORT: "0",
    HOST: "::1",
    LOG_LEVEL: "silent",
    RUN_PROCESSES: "0",
    MAX_RUN_SECONDS: "60",
    RETENTION_DAYS: "30",
    OTHER: "1",
  };
  const more = { DATABASE_URL: "postgres://db.example/placement", TRUST_PROXY: "10.0.0.1, 172.16.0.0/12" };
  const config = {
    ...{ port: 0, host: "::1", logLevel: "silent", storage: { databaseUrl: more.DATABASE_URL } },
    ...{ runProcesses: 0, maxRunSeconds: 60, retentionDays: 30, trustProxy: ["10.0.0.1", "172.16.0.0/12"] },
  };
  expect(readConfig({ ...some, ...more })).toEqual({ ok: true, config });
  expect(readConfig({ DATA_DIR: "/srv/placement" })).toEqual({
    ok: true,
    config: { ...DEFAULTS, storage: { dataDir: "/srv/placement" } },
  });
});

test.each([
  [{ PORT: "" }, "PORT must be a whole number"],
  [{ PORT: "80a" }, "PORT must be a whole number"],
  [{ PORT: "-1" }, "PORT must be a whole number"],
  [{ PORT: "65536" }, "PORT must be at most 65535"],
  [{ HOST: "" }, "HOST must be a host name or an IP address"],
  [{ HOST: "a b" }, "HOST must be a host name or an IP address"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent"],
  [{ DATA_DIR: "" }, "DATA_DIR must be a folder"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be a URL that starts with postgres://"],
  [{ RUN_PROCESSES: "65" }, "RUN_PROCESSES must be at most 64"],
  [{ MAX_RUN_SECONDS: "0" }, "MAX_RUN_SECONDS must be at least 1"],
  [{ TRUST_PROXY: "proxy.example" }, "TRUST_PROXY must be IP addresses or networks, separated by commas"],
  [
    { DATA_DIR: "d", DATABASE_URL: "postgres://x/y" },
    "DATA_DIR and DATABASE_URL exclude each other: the first is for the embedded store, the second for PostgreSQL",
  ],
])("%j is refused with its reason", (environment, reason) => {
  expect(readConfig(environment)).toEqual({ ok: false, errors: [reason] });
});

test("every wrong variable is named at once", () => {
  const read = readConfig({ PORT: "x", LOG_LEVEL: "y" });
  expect(read.ok ? [] : read.errors.map((error) => error.split(" ")[0])).toEqual(["PORT", "LOG_LEVEL"]);
});

import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

test("without any variable the service listens on this machine's port 8080", () => {
  expect(readConfig({})).toEqual({ ok: true, config: { port: 8080, host: "127.0.0.1", logLevel: "info" } });
});

test("every variable is read", () => {
  expect(readConfig({ PORT: "0", HOST: "::1", LOG_LEVEL: "silent", OTHER: "1" })).toEqual({
    ok: true,
    config: { port: 0, host: "::1", logLevel: "silent" },
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
])("%j is refused with its reason", (environment, reason) => {
  expect(readConfig(environment)).toEqual({ ok: false, errors: [reason] });
});

test("every wrong variable is named at once", () => {
  const read = readConfig({ PORT: "x", LOG_LEVEL: "y" });
  expect(read.ok ? [] : read.errors.map((error) => error.split(" ")[0])).toEqual(["PORT", "LOG_LEVEL"]);
});

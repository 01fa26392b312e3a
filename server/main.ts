import { pino } from "pino";
import { buildApp } from "./app.ts";
import { readConfig } from "./config.ts";

const read = readConfig(process.env);
if (!read.ok) {
  process.stderr.write(`The service does not start: the environment is wrong.\n${read.errors.join("\n")}\n`);
  process.exit(1);
}
const { port, host, logLevel } = read.config;
const { app } = await buildApp({ logger: pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }) });

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    app.log.info({ signal }, "stopping");
    await app.close();
    app.log.info("stopped");
  });
}

try {
  await app.listen({ port, host });
} catch (error) {
  process.stderr.write(`The service does not start: ${error instanceof Error ? error.message : String(error)}\n`);
  await app.close();
  process.exit(1);
}

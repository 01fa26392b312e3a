import { buildApp } from "./app.ts";
import { makeFirstKey } from "./auth/first-key.ts";
import { now } from "./clock.ts";
import { closeOnSignal, configOrExit, refuseToStart, storeOrExit } from "./start.ts";

const { config, logger } = configOrExit();
const { port, host, runProcesses, maxRunSeconds, retentionDays, trustProxy } = config;
const store = await storeOrExit(config, logger);
const firstKey = await makeFirstKey(store, now);
// Alone on its line, and never in the log.
if (firstKey !== null) process.stdout.write(`${firstKey}\n`);

const { app } = await buildApp({
  logger,
  store,
  trustProxy,
  retentionDays,
  ...(runProcesses === null ? {} : { runProcesses }),
  ...(maxRunSeconds === null ? {} : { runLimits: { seconds: maxRunSeconds } }),
});
closeOnSignal(logger, () => app.close());
try {
  const address = await app.listen({ port, host });
  if (firstKey !== null) process.stdout.write(`Open ${address} and sign in with the key above. It is shown only this once.\n`);
} catch (error) {
  await app.close();
  refuseToStart(error instanceof Error ? error.message : String(error));
}

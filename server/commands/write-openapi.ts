import { writeFileSync } from "node:fs";
import { pino } from "pino";
import { apiText } from "../../client/generate/api-text.ts";
import { buildApp } from "../app.ts";
import { openEmbeddedStore } from "../store/embedded.ts";

const { app } = await buildApp({
  logger: pino({ level: "silent" }),
  store: await openEmbeddedStore(null),
  pool: { processes: 0 },
});
await app.ready();
const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
writeFileSync(new URL("../../docs/openapi.json", import.meta.url), text);
writeFileSync(new URL("../../client/openapi-types.ts", import.meta.url), apiText(JSON.parse(text)));
await app.close();

import { writeFileSync } from "node:fs";
import { pino } from "pino";
import { buildApp } from "../app.ts";

const { app } = await buildApp({ logger: pino({ level: "silent" }), pool: { processes: 0 } });
await app.ready();
writeFileSync(new URL("../../docs/openapi.json", import.meta.url), `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();

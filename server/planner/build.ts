import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { BUILT_PAGE } from "./built-page.ts";

const HERE = import.meta.dirname;
const built = join(BUILT_PAGE, "index.html");

/** Builds the planner's page where it is missing or older than its sources: what `npm start` does first, in about a second. */
async function buildIfOlder(): Promise<void> {
  const sources = globSync(["**/*.{ts,tsx,css,html}", "../../engine/domain/**/*.ts"], { cwd: HERE, exclude: ["dist/**"] });
  const newest = Math.max(...sources.map((file) => statSync(join(HERE, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const vite = await import("vite").catch(() => null);
  if (vite !== null) await vite.build({ configFile: join(HERE, "vite.config.ts"), logLevel: "warn" });
  else if (!existsSync(built)) process.stderr.write("The planner's page is not built, and its build tools are not installed.\n");
}

await buildIfOlder();

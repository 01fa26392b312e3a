import { existsSync, globSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { BUILT_PAGE } from "./built-page.ts";

const HERE = import.meta.dirname;
const built = join(BUILT_PAGE, "index.html");

/** Builds the planner's page where it is missing or older than its sources: what `npm start` does first, in about a second. */
async function buildIfOlder(): Promise<void> {
  const sources = globSync(["**/*.{ts,tsx,css,html}", "../../engine/domain/**/*.ts", "../../engine/explain/texts/*.ts"], {
    cwd: HERE,
    exclude: ["dist*/**"],
  });
  const newest = Math.max(...sources.map((file) => statSync(join(HERE, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const vite = await import("vite").catch(() => null);
  if (vite !== null) await build(vite);
  else if (!existsSync(built)) process.stderr.write("The planner's page is not built, and its build tools are not installed.\n");
}

/** Builds beside the page there is and puts it in its place when it is whole: two builds at once do not empty each other's folder. */
async function build(vite: typeof import("vite")): Promise<void> {
  // Whoever builds, a test runner too, gets the page that is served: vite goes by this variable before its own mode.
  process.env.NODE_ENV = "production";
  const fresh = `${BUILT_PAGE}-${process.pid}`;
  await vite.build({ configFile: join(HERE, "vite.config.ts"), logLevel: "warn", build: { outDir: fresh } });
  rmSync(BUILT_PAGE, { recursive: true, force: true });
  try {
    renameSync(fresh, BUILT_PAGE);
  } catch (error) {
    // Another build of the same sources came in between: its page is as good.
    rmSync(fresh, { recursive: true });
    if (!existsSync(built)) throw error;
  }
}

await buildIfOlder();

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { test } from "vitest";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
const found = PLACES.find((path) => existsSync(path)) ?? null;

/** A test in a real browser. Where none is installed it is skipped, and named as skipped; a continuous integration machine has to have one. */
export const browserTest: typeof test = found === null && process.env.CI !== "true" ? (test.skip as typeof test) : test;

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Debian's chromium with a fresh profile; `null` where there is none. */
export async function launchBrowser(): Promise<Browser | null> {
  if (found === null) return null;
  return chromium.launch({ executablePath: found, args: FLAGS });
}

/** Builds the page where it is missing or older than its sources, as `npm start` does. */
export function buildPage(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "../../server/planner/build.ts")], { stdio: "inherit" });
}

import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { AppOptions } from "../../server/app.ts";
import type { Language } from "../../server/planner/language/language.ts";
import { type RunningService, startService } from "../server/running-service.ts";
import { buildPage, launchBrowser } from "./browser.ts";
import { openPlanner, type Planner } from "./planner.ts";

/** What the tests of one file share: a browser, and a service that places rounds. */
export interface AtThePage {
  readonly browser: () => Browser;
  readonly service: () => RunningService;
  /** Somebody signed in, at a screen of this width. */
  readonly open: (language: Language, width?: number) => Promise<Planner>;
  /** A call of the service besides the page. */
  readonly call: <Body>(method: string, path: string, body?: string) => Promise<Body>;
}

/** Starts both before the tests of a file, and ends them after. */
export function atThePage(options: Partial<AppOptions> = {}): AtThePage {
  let browser: Browser | null = null;
  let running: RunningService | null = null;
  beforeAll(async () => {
    buildPage();
    browser = await launchBrowser();
    running = await startService({ runProcesses: 1, ...options });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.app.close();
  });
  const there = <Thing>(thing: Thing | null): Thing => {
    if (thing === null) throw new Error("there is no browser, or no service");
    return thing;
  };
  return {
    browser: () => there(browser),
    service: () => there(running),
    open: (language, width) => openPlanner(there(browser), there(running), language, width),
    call: async (method, path, body) => {
      const { url, key } = there(running);
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
      const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
      return response.json();
    },
  };
}

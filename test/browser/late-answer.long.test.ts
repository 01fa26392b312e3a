import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type RunningService, startService } from "../server/running-service.ts";
import { browserTest, buildPage, launchBrowser } from "./browser.ts";
import { openPlanner, type Planner } from "./planner.ts";

let browser: Browser | null;
let service: RunningService;

beforeAll(async () => {
  buildPage();
  browser = await launchBrowser();
  service = await startService({ runProcesses: 1 });
});
afterAll(async () => {
  await browser?.close();
  await service.app.close();
});

/** Lets the second answer about a run, of when it still went on, arrive after the page knows that it has ended; resolves once it is there. */
async function delaySecondAnswer({ page, t, link }: Planner): Promise<void> {
  const answers: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const delayed = page.route(/\/v1\/runs\/[\w-]+$/, async (route) => {
      const body = await (await route.fetch()).text();
      if (answers.push(body) !== 2) return route.fulfill({ contentType: "application/json", body });
      await link(t.run.toResult).waitFor();
      const arrived = page.waitForEvent("requestfinished", (request) => request === route.request());
      await route.fulfill({ contentType: "application/json", body: answers[0] ?? "" });
      await arrived;
      resolve();
    });
    delayed.catch(reject);
  });
  expect(JSON.parse(answers[0] ?? "")).toMatchObject({ endedAt: null });
}

browserTest("an answer that is overtaken by the end of a run does not start it again", async () => {
  if (browser === null) throw new Error("there is no browser");
  const planner = await openPlanner(browser, service, "fr");
  const { page, t, sees, button, link } = planner;
  await button(t.load.openNamed(t.load.demoNames.tiny ?? "")).click();
  await link(t.check.toPolicy).click();
  await link(t.policy.continueUnchanged).click();
  await sees(t.run.title);
  const arrived = delaySecondAnswer(planner);
  await button(t.run.start).click();
  await arrived;
  // Two frames: what arrived has been drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await link(t.run.toResult).count()).toBe(1);
  await page.context().close();
});

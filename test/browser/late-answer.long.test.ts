import { expect } from "vitest";
import { atThePage } from "./at-the-page.ts";
import { browserTest } from "./browser.ts";
import type { Planner } from "./planner.ts";

const { open } = atThePage();

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

async function goToTheRun({ t, sees, button, link }: Planner): Promise<void> {
  await button(t.load.openNamed(t.load.demoNames.tiny ?? "")).click();
  await link(t.check.toPolicy).click();
  await link(t.policy.continueUnchanged).click();
  await sees(t.run.title);
}

browserTest("an answer that is overtaken by the end of a run does not start it again", async () => {
  const planner = await open("fr");
  const { page, t, button, link } = planner;
  await goToTheRun(planner);
  const arrived = delaySecondAnswer(planner);
  await button(t.run.start).click();
  await arrived;
  // Two frames: what arrived has been drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await link(t.run.toResult).count()).toBe(1);
  await page.context().close();
});

browserTest("a run is followed to its end where its event stream is refused", async () => {
  const planner = await open("nl");
  const { page, t, button, link } = planner;
  let refused = 0;
  await page.route(/\/v1\/runs\/[\w-]+\/events$/, (route) => {
    refused += 1;
    return route.fulfill({ status: 503, contentType: "application/problem+json", body: '{"code":"queue-full"}' });
  });
  await goToTheRun(planner);
  await button(t.run.start).click();
  await link(t.run.toResult).waitFor();
  expect(refused).toBeGreaterThan(0);
  await page.context().close();
});

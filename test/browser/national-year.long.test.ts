import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunShape, StoredRound } from "../../server/planner/api/shapes.ts";
import { type RunningService, shippedRound, startService, until } from "../server/running-service.ts";
import { browserTest, buildPage, launchBrowser } from "./browser.ts";
import { openPlanner } from "./planner.ts";

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

async function ask<Body>(method: string, path: string, body?: string): Promise<Body> {
  const headers = { authorization: `Bearer ${service.key}`, "content-type": "application/json" };
  const response = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  return (await response.json()) as Body;
}

/** The shipped year of 1,000 candidates, placed in a second of search: how good it is does not matter here. */
async function placeTheYear(): Promise<RunShape> {
  const round = await ask<StoredRound>("POST", "/v1/rounds", shippedRound("national-year"));
  const { id } = await ask<RunShape>("POST", "/v1/runs", JSON.stringify({ roundId: round.id, limits: { seconds: 1 } }));
  let run = await ask<RunShape>("GET", `/v1/runs/${id}`);
  await until(async () => {
    run = await ask<RunShape>("GET", `/v1/runs/${id}`);
    return run.endedAt !== null;
  });
  expect(run.state).toBe("completed");
  return run;
}

/** Seconds the page's own work took: scripts, styles and layout, whatever else the machine does. */
async function workSeconds(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration");
}

browserTest("a solved year of 1,000 candidates is seen in under a second of work, and its tables never hold it all", async () => {
  if (browser === null) throw new Error("there is no browser");
  const run = await placeTheYear();
  const { page, t, url } = await openPlanner(browser, service, "fr");
  const before = await workSeconds(page);
  await page.goto(`${url}/#/result?round=${run.roundId}&run=${run.id}`);
  await page.getByText(t.result.placed).first().waitFor();
  expect((await workSeconds(page)) - before).toBeLessThan(1);

  await page.getByRole("link", { name: t.result.tabs.people, exact: true }).click();
  const rows = page.locator("tbody tr");
  expect(await rows.count()).toBe(25);
  await page.getByText(t.common.rowsShown("1", "25", "1"), { exact: false }).waitFor();
  for (let turn = 0; turn < 39; turn += 1) await page.getByRole("button", { name: t.common.next, exact: true }).click();
  expect(await rows.first().locator("th").innerText()).toBe("c0976");
  await page.getByLabel(t.result.find, { exact: true }).fill("c0042");
  await page.getByRole("link", { name: "c0042", exact: true }).click();
  await page.getByRole("heading", { name: `${t.common.candidate} c0042` }).waitFor();

  await page.getByRole("link", { name: t.result.tabs.regions, exact: true }).click();
  await page.locator("svg.map path").first().waitFor();
  expect(await page.locator("svg.map path").count()).toBe(11);
  await page.context().close();
});

browserTest("at the width of a phone nothing is wider than the screen but what scrolls by itself", async () => {
  if (browser === null) throw new Error("there is no browser");
  const { page, t, button, link } = await openPlanner(browser, service, "de", 390);
  const fits = async (screen: string) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(390);
  await fits("load");
  await button(t.load.openNamed(t.load.demoNames.tiny ?? "")).click();
  await page.getByText(t.check.atMost).waitFor();
  await fits("check");
  await link(t.check.toPolicy).click();
  await page.locator(".tier").first().waitFor();
  await fits("policy");
  await page.context().close();
});

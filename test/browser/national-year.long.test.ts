import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { RunShape, StoredRound } from "../../server/planner/api/shapes.ts";
import { shippedRound, until } from "../server/running-service.ts";
import { atThePage } from "./at-the-page.ts";
import { browserTest } from "./browser.ts";

/** The placement is only there to be looked at: other work on the machine may hold it up. */
const { open, call } = atThePage({ pool: { graceSeconds: 60 } });

let year: Promise<RunShape> | null = null;

/** The shipped year of 1,000 candidates, placed once for all tests. */
function theYear(): Promise<RunShape> {
  year ??= placeTheYear();
  return year;
}

/** How good the placement is does not matter here; the time is for reading, checking and explaining a thousand outcomes beside other work. */
async function placeTheYear(): Promise<RunShape> {
  const round = await call<StoredRound>("POST", "/v1/rounds", shippedRound("national-year"));
  const { id } = await call<RunShape>("POST", "/v1/runs", JSON.stringify({ roundId: round.id, limits: { seconds: 20 } }));
  let run = await call<RunShape>("GET", `/v1/runs/${id}`);
  await until(async () => {
    run = await call<RunShape>("GET", `/v1/runs/${id}`);
    return run.endedAt !== null;
  });
  expect(run, JSON.stringify(run)).toMatchObject({ state: "completed" });
  return run;
}

/** Milliseconds of the longest task since the page was opened during which it answered nobody. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(Math.max(...list.getEntries().map(({ duration }) => duration))),
        );
        observer.observe({ type: "longtask", buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );
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
  const run = await theYear();
  const { page, t, url } = await open("fr");
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

  await page.getByRole("link", { name: `← ${t.result.tabs.people}` }).click();
  await page.getByRole("button", { name: t.result.delay }).click();
  await page.getByRole("link", { name: t.result.tabs.regions, exact: true }).click();
  await page.locator("svg.map path").first().waitFor();
  expect(await page.locator("svg.map path").count()).toBe(11);
  // What freezes a page for half a second is felt; on a machine that does nothing else the longest task is a fifth of that.
  expect(await longestTask(page)).toBeLessThan(500);
  await page.context().close();
});

browserTest("why a group lies outside its band is asked beside its count, and answered with figures", async () => {
  const run = await theYear();
  const { page, t, url, isAccessible } = await open("fr");
  await page.goto(`${url}/#/result?round=${run.roundId}&run=${run.id}&open=promotions/p02`);
  await page.getByText(t.result.whyOutside, { exact: true }).first().click();
  const answer = page.locator(".notice", { hasText: /p02 : \d+ sur \d+ personnes/ });
  await answer.waitFor({ timeout: 120_000 });
  expect(await answer.locator("p").count()).toBeGreaterThan(0);
  await isAccessible("a band, asked about");
  await page.context().close();
});

browserTest("a promotion is printed as a sheet: everybody in it, nothing of the page around it", async () => {
  const run = await theYear();
  const { page, t, url } = await open("nl");
  await page.goto(`${url}/#/result?round=${run.roundId}&run=${run.id}&open=promotions/p02`);
  await page.getByRole("heading", { name: t.result.composition }).waitFor();
  await page.emulateMedia({ media: "print" });
  for (const around of [".masthead", ".steps", ".tabs", ".page-end", ".no-print"])
    expect(await page.locator(around).first().isVisible(), around).toBe(false);
  const size = Number(await page.locator(".figures dd").nth(2).innerText());
  const people = page.getByRole("table", { name: t.result.whoServes }).locator("tbody tr");
  expect(await people.count()).toBe(size);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.context().close();
});

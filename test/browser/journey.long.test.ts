import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { LANGUAGES } from "../../server/planner/language/language.ts";
import { type RunningService, startService } from "../server/running-service.ts";
import { browserTest, buildPage, launchBrowser } from "./browser.ts";
import { openPlanner, type Planner } from "./planner.ts";

/** Minutes of a machine that does much else; on a quiet one it is a quarter of a minute. */
const BUSY_MACHINE = 600_000;
/** The example starts in October 2026: a plan is published before its promotions start. */
const BEFORE_THE_START = "2026-09-01T08:00:00.000Z";

let browser: Browser | null;
let service: RunningService;

beforeAll(async () => {
  buildPage();
  browser = await launchBrowser();
  service = await startService({ runProcesses: 1, now: () => BEFORE_THE_START });
});
afterAll(async () => {
  await browser?.close();
  await service.app.close();
});

/** From the example to its placement; ends on the result. */
async function placeTheExample({ page, t, sees, button, link, isAccessible }: Planner): Promise<void> {
  await isAccessible("load");
  await button(t.load.openNamed(t.load.demoNames.tiny ?? "")).click();

  await sees(t.check.title);
  await page.getByText(t.check.atMost).waitFor();
  await isAccessible("check");
  for (const view of Object.values(t.check.views)) await page.getByRole("radio", { name: view, exact: true }).check();
  await link(t.check.toPolicy).click();

  await sees(t.policy.title);
  const wishes = t.words.objectives.wishes;
  await button(t.policy.up(wishes)).click();
  await button(t.policy.up(wishes)).click();
  expect(await page.locator(".tier h3").allTextContents()).toContain(wishes);
  await isAccessible("policy");
  await button(t.policy.save).click();

  await sees(t.run.title);
  await isAccessible("run, before");
  await page.getByRole("radio", { name: t.run.duration(10) }).check();
  await button(t.run.start).click();
  await link(t.run.toResult).waitFor();
  await isAccessible("run, after");
  await link(t.run.toResult).click();
  await sees(t.result.title);
}

/** Every part of the result, a promotion and a person. */
async function lookAround({ page, t, link, isAccessible }: Planner): Promise<void> {
  await page.getByText(t.result.choices).first().waitFor();
  await isAccessible("result");
  await link(t.result.tabs.promotions).click();
  await isAccessible("promotions");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("heading", { name: t.result.composition }).waitFor();
  await isAccessible("a promotion");
  await link(t.result.tabs.regions).click();
  await page.locator("svg.map").waitFor();
  await isAccessible("regions");
  await link(t.result.tabs.missions).click();
  await isAccessible("missions");
  await link(t.result.tabs.people).click();
  await page.getByLabel(t.result.find, { exact: true }).fill("c4");
  await isAccessible("people");
  await link("c4").click();
  await page.getByRole("heading", { name: `${t.common.candidate} c4` }).waitFor();
  await isAccessible("a person");
}

/** One more seat in p1, side by side with the base. */
async function tryMoreSeats({ page, t, sees, button, link, isAccessible }: Planner): Promise<void> {
  await link(t.shell.step["what-if"]).click();
  await sees(t.whatIf.title);
  await page.getByLabel(t.load.tables.promotions ?? "", { exact: true }).fill("p1");
  await page.getByLabel(t.whatIf.newSize, { exact: true }).fill("4");
  await button(t.common.add).click();
  await isAccessible("what if");
  await button(t.whatIf.tryIt).click();
  await page.getByText(t.whatIf.indicators).waitFor();
  await isAccessible("comparison");
  await link(t.whatIf.goOnWith).click();
  await sees(t.result.title);
}

/** Fixing, publishing with a reason, the files and who did what. */
async function decide({ page, t, sees, button, link, isAccessible }: Planner): Promise<void> {
  await link(t.shell.step.decide).click();
  await sees(t.decide.title);
  await page.getByLabel(t.common.candidate, { exact: true }).fill("c1");
  await page.getByLabel(t.decide.decision, { exact: true }).selectOption("reserve");
  await button(t.common.add).click();
  await isAccessible("pins");
  await link(t.decide.tabs.publish).click();
  const round = new URLSearchParams(page.url().split("?")[1]).get("round");
  expect(await page.getByLabel(t.decide.todaysData, { exact: true }).inputValue()).toBe(round);
  await page.getByLabel(t.decide.decidedBy, { exact: true }).fill("A. Planner, head of placements");
  await page.getByLabel(t.decide.reason, { exact: true }).fill("Looked at by two planners; the larger promotion is worth it.");
  await page.getByLabel(t.decide.iDecide, { exact: true }).check();
  await isAccessible("publish");
  await button(t.decide.publish).click();
  await page.getByText(t.decide.publishedHint).waitFor();
  await isAccessible("published");
  await link(t.decide.tabs.repair).click();
  await page.getByText(t.decide.repairIntro).waitFor();
  await isAccessible("repair");
  await link(t.decide.tabs.downloads).click();
  await isAccessible("downloads");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    button(`${t.common.download}: ${t.decide.files.letters}`).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/-letters\.csv$/);
  await link(t.decide.tabs.history).click();
  await page
    .getByText(t.decide.actions["plan-published"] ?? "")
    .first()
    .waitFor();
  await isAccessible("history");
}

describe.each(LANGUAGES)("in %s", (language) => {
  browserTest(
    "a round goes from the example to the published what-if, and no screen breaks a rule of WCAG 2.2 AA",
    async () => {
      if (browser === null) throw new Error("there is no browser");
      const planner = await openPlanner(browser, service, language);
      const { page, t, link, sees, isAccessible } = planner;
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await placeTheExample(planner);
      await lookAround(planner);
      await tryMoreSeats(planner);
      await decide(planner);
      await link(t.shell.accessibility).click();
      await sees(t.shell.accessibility);
      await isAccessible("accessibility statement");
      await page.context().close();
    },
    BUSY_MACHINE,
  );
});

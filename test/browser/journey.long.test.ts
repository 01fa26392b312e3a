import { describe, expect } from "vitest";
import { LANGUAGES, type Language } from "../../server/planner/language/language.ts";
import { atThePage } from "./at-the-page.ts";
import { browserTest } from "./browser.ts";
import type { Planner } from "./planner.ts";

/** Minutes of a machine that does much else; on a quiet one it is a quarter of a minute. */
const BUSY_MACHINE = 600_000;
/** At the desk in two languages, at the width of a phone in the others: the longest words, on the narrowest screen that WCAG 2.2 asks for. */
const WIDTHS = { fr: 1280, nl: 1280, de: 320, en: 400 } as const satisfies Record<Language, number>;

const { open } = atThePage();

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
  await page.getByLabel(t.common.outcome, { exact: true }).selectOption("deferred");
  await isAccessible("people");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("heading", { name: t.ask.title }).waitFor();
}

/** Everything that can be asked about somebody deferred: each answer is the service's own. */
async function askAbout({ page, t, button, isAccessible }: Planner): Promise<void> {
  await page.getByRole("table", { name: t.ask.passed }).waitFor();
  await button(t.ask.ask).click();
  await button(t.ask.helpedButton).click();
  await button(t.ask.whereButton).click();
  await page.getByRole("table", { name: t.ask.changes }).waitFor();
  await page.getByRole("table", { name: t.ask.places }).waitFor();
  await button(t.ask.seeIt).waitFor();
  for (const summary of await page.locator("summary").all()) await summary.click();
  await isAccessible("a person, everything asked and open");
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
      const planner = await open(language, WIDTHS[language]);
      const { page, t, link, sees, isAccessible } = planner;
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await placeTheExample(planner);
      await lookAround(planner);
      await askAbout(planner);
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

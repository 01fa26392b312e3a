import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { loadMessages } from "../../server/planner/language/load-messages.ts";
import { atThePage } from "./at-the-page.ts";
import { browserTest } from "./browser.ts";

const { browser, service } = atThePage();

const MOST_STOPS = 150;

/** Presses Tab until something has the focus: what the keyboard cannot reach fails here. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

browserTest("the whole way is walked by keyboard alone", async () => {
  const t = await loadMessages("nl");
  const page = await (await browser().newContext({ locale: "nl-BE" })).newPage();
  page.setDefaultTimeout(120_000);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const link = (name: string) => page.getByRole("link", { name, exact: true });
  await page.goto(service().url);
  await tabTo(page, page.getByLabel(t.shell.signIn.key, { exact: true }));
  await page.keyboard.type(service().key);
  await page.keyboard.press("Enter");
  await press(page, button(t.load.openNamed(t.load.demoNames.tiny ?? "")));
  await press(page, link(t.check.toPolicy));
  await press(page, button(t.policy.up(t.words.objectives.delay)));
  await press(page, button(t.policy.save));
  await press(page, page.getByRole("radio", { name: t.run.duration(60) }), "ArrowLeft");
  await press(page, button(t.run.start));
  await press(page, link(t.run.toResult));
  await press(page, link(t.result.tabs.people));
  await tabTo(page, page.getByLabel(t.result.find, { exact: true }));
  await page.keyboard.type("c2");
  await press(page, link("c2"));
  await press(page, link(t.shell.step["what-if"]));
  await tabTo(page, page.getByLabel(t.load.tables.promotions ?? "", { exact: true }));
  await page.keyboard.type("p2");
  await tabTo(page, page.getByLabel(t.whatIf.newSize, { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("3");
  await press(page, button(t.common.add));
  await press(page, button(t.whatIf.tryIt));
  await press(page, link(t.whatIf.goOnWith));
  await press(page, link(t.shell.step.decide));
  await press(page, link(t.decide.tabs.publish));
  await tabTo(page, page.getByLabel(t.decide.decidedBy, { exact: true }));
  await page.keyboard.type("A. Planner");
  await tabTo(page, page.getByLabel(t.decide.reason, { exact: true }));
  await page.keyboard.type("Nagekeken en goed bevonden.");
  await press(page, page.getByLabel(t.decide.iDecide, { exact: true }), "Space");
  await press(page, button(t.decide.publish));
  await page.getByText(t.decide.publishedHint).waitFor();
  // Another screen begins at its beginning: the skip link is not needed to get past the steps.
  await press(page, link(t.shell.step.check));
  await page.getByRole("heading", { level: 1, name: t.check.title, exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
});

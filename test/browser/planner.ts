import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Language, LOCALES } from "../../server/planner/language/language.ts";
import { loadMessages } from "../../server/planner/language/load-messages.ts";
import type { Messages } from "../../server/planner/language/messages.ts";
import type { RunningService } from "../server/running-service.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Colours are the same in every language, and looking at them is most of the work: they are looked at in the first. */
const FIRST: Language = "fr";
const SAME_COLOURS = { "color-contrast": { enabled: false } };
/** A placement of the smallest round on a busy machine. */
const PATIENCE = 120_000;

/** Somebody at the page, in one language, with eyes for what a screen reader would trip over. */
export interface Planner {
  readonly page: Page;
  readonly t: Messages;
  readonly url: string;
  /** The heading of the screen is there. */
  readonly sees: (heading: string) => Promise<void>;
  readonly button: (name: string | RegExp) => Locator;
  readonly link: (name: string | RegExp) => Locator;
  /** No rule of WCAG 2.2 A and AA is broken on the screen as it is now, and nothing makes it scroll sideways. */
  readonly isAccessible: (screen: string) => Promise<void>;
}

/** Opens the page in a language, signed in; what the browser complains about fails the test. */
export async function openPlanner(browser: Browser, service: RunningService, language: Language, width = 1280): Promise<Planner> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: LOCALES[language],
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A 401 before signing in is how the page learns that it has to ask for the key.
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  const t = await loadMessages(language);
  await page.goto(service.url);
  await page.getByLabel(t.shell.signIn.key).fill(service.key);
  await page.getByRole("button", { name: t.shell.signIn.submit }).click();
  await page.getByRole("heading", { level: 1, name: t.load.title }).waitFor();
  return {
    page,
    t,
    url: service.url,
    sees: async (heading) => {
      await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
      expect(complaints).toEqual([]);
    },
    button: (name) => page.getByRole("button", { name, exact: true }),
    link: (name) => page.getByRole("link", { name, exact: true }),
    isAccessible: async (screen) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${language}, ${screen}: only what scrolls by itself is wider than the screen`).toBeLessThanOrEqual(width);
      await expectAccessible(page, `${language}, ${screen}`, language === FIRST ? {} : SAME_COLOURS);
    },
  };
}

async function expectAccessible(page: Page, screen: string, rules: object): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const results = await page.evaluate(
    (options) => {
      const { axe } = window as unknown as {
        readonly axe: { readonly run: (context: Document, options: object) => Promise<AxeResults> };
      };
      return axe.run(document, options);
    },
    { runOnly: { type: "tag", values: WCAG }, resultTypes: ["violations"], rules },
  );
  const found = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, screen).toEqual([]);
}

import { expect } from "vitest";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { roundFiles } from "../../server/exports/round-files.ts";
import { shippedRound } from "../server/running-service.ts";
import { atThePage } from "./at-the-page.ts";
import { browserTest } from "./browser.ts";
import type { Planner } from "./planner.ts";

const { open } = atThePage();

const TABLES = ["hosts", "missions", "promotions", "candidates"] as const;
const TINY: RoundJson = JSON.parse(shippedRound("tiny"));
/** The smallest example with what the usual policy asks of everybody: tables bring no policy of their own. */
const FILES = roundFiles({
  ...TINY,
  candidates: TINY.candidates.map((one) => ({ ...one, attributes: { ...one.attributes, age: "20-21" } })),
});

/** Drops the four tables, one of them changed, and has them read as a round. */
async function load({ page, t, button }: Planner, candidates: string): Promise<void> {
  const texts = { ...Object.fromEntries(FILES), candidates } as Readonly<Record<string, string>>;
  const files = TABLES.map((name) => ({ name: `${name}.csv`, mimeType: "text/csv", buffer: Buffer.from(texts[name] ?? "") }));
  await page.locator("#files").setInputFiles(files);
  await page.getByLabel(t.load.roundName, { exact: true }).fill("from-tables");
  await button(t.load.read).click();
}

browserTest("wrong rows of tables are told with place and fix, all at once; put right, they are a round to check", async () => {
  const planner = await open("fr");
  const { page, t, link, isAccessible } = planner;
  const right = FILES.get("candidates") ?? "";
  const wrong = right.replace("2006-03-14", "le 14 mars").replace("c2;2005-07-02", "c1;2005-07-02").replace("m3;m1;", "m3;m9;");
  await load(planner, wrong);
  const table = page.getByRole("table", { name: t.load.issuesTitle });
  const line = (text: string) => table.getByRole("row").filter({ hasText: text });
  await line("birthDate").waitFor();
  expect(await line("birthDate").innerText()).toContain(t.load.row("2"));
  expect(await line("birthDate").innerText()).toContain(t.load.cellKinds.day);
  await isAccessible("tables with wrong rows");

  await load(planner, wrong.replace("le 14 mars", "14/03/2006"));
  await line("m9").waitFor();
  expect(await table.getByRole("row").count()).toBeGreaterThan(2);
  await isAccessible("a round with errors");

  await load(planner, right);
  // The files refused before were answered with 400, which the browser's console calls an error: so not by `sees`.
  await page.getByRole("heading", { level: 1, name: t.check.title, exact: true }).waitFor();
  await page.getByText(t.check.atMost).waitFor();
  expect(await link(t.check.toPolicy).count()).toBe(1);
  await page.context().close();
});

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import type { RunShape, StoredRound } from "../../server/planner/api/shapes.ts";
import { until } from "../server/running-service.ts";
import { type AtThePage, atThePage } from "./at-the-page.ts";
import { browserTest } from "./browser.ts";
import type { Planner } from "./planner.ts";

const there = atThePage();

/** The smallest example, not yet started, placed. */
async function placeTheExample({ call }: AtThePage): Promise<RunShape> {
  const today = new Date().toISOString().slice(0, 10);
  const content = await call<object>("GET", `/v1/demo-rounds/tiny?after=${today}`);
  const round = await call<StoredRound>("POST", "/v1/rounds", JSON.stringify(content));
  const { id } = await call<RunShape>("POST", "/v1/runs", JSON.stringify({ roundId: round.id }));
  await until(async () => (await call<RunShape>("GET", `/v1/runs/${id}`)).endedAt !== null);
  return call<RunShape>("GET", `/v1/runs/${id}`);
}

async function show({ page, url }: Planner, screen: string, run: RunShape, open: string): Promise<void> {
  await page.goto(`${url}/#/${screen}?round=${run.roundId}&run=${run.id}&open=${open}`);
}

browserTest("a click on a point of a trade-off makes its margin the policy of a variant", async () => {
  const run = await placeTheExample(there);
  const planner = await there.open("nl");
  const { page, t, sees, button, isAccessible } = planner;
  await show(planner, "what-if", run, "curve");
  await button(t.whatIf.ask).click();
  const points = page.locator("svg.chart circle.point");
  await points.first().waitFor();
  const last = (await points.count()) - 1;
  await points.nth(last).click();
  expect(await page.getByRole("radio").nth(last).isChecked()).toBe(true);
  await isAccessible("a trade-off");
  await button(t.whatIf.usePoint).click();
  await sees(t.run.title);
  const round = new URLSearchParams(page.url().split("?")[1]).get("round") ?? "";
  expect((await there.call<StoredRound>("GET", `/v1/rounds/${round}`)).parentId).toBe(run.roundId);
  await page.context().close();
});

browserTest("who withdraws after publication is repaired around, and the bundle that is saved verifies offline", async () => {
  const run = await placeTheExample(there);
  const planner = await there.open("de");
  const { page, t, button, link, isAccessible } = planner;
  await show(planner, "decide", run, "publish");
  await page.getByLabel(t.decide.decidedBy, { exact: true }).fill("A. Planner");
  await page.getByLabel(t.decide.reason, { exact: true }).fill("Geprüft und für gut befunden.");
  await page.getByLabel(t.decide.iDecide, { exact: true }).check();
  await button(t.decide.publish).click();
  await page.getByText(t.decide.publishedHint).waitFor();

  await link(t.decide.tabs.repair).click();
  await page.getByLabel(t.load.tables.candidates ?? "", { exact: true }).fill("c1");
  await button(t.common.add).click();
  await button(t.whatIf.estimate).click();
  await page.getByText(t.whatIf.indicators).waitFor();
  await page.getByRole("rowheader", { name: "c1", exact: true }).waitFor();
  await isAccessible("a repair beside the plan");

  await link(t.decide.tabs.downloads).click();
  const save = button(`${t.common.download}: ${t.decide.files.bundle}`);
  const [saved] = await Promise.all([page.waitForEvent("download"), save.click()]);
  const verdict = verifyBundle(readFileSync(await saved.path(), "utf8"));
  expect(verdict.issues).toEqual([]);
  expect(verdict.guarantee).toBe("holds");

  const motivations = button(`${t.common.download}: ${t.decide.files.motivations}`);
  const [written] = await Promise.all([page.waitForEvent("download"), motivations.click()]);
  const lines = readFileSync(await written.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe('\uFEFF"candidate";"outcome";"fr";"nl"');
  expect(lines.length).toBe(1 + 6 + 1);
  await page.context().close();
});

browserTest("a round that no placement keeps lawful is placed once the smallest change is tried", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const content = await there.call<RoundJson>("GET", `/v1/demo-rounds/tiny?after=${today}`);
  const [promotion, ...others] = content.promotions;
  const promotions = [{ ...promotion, mustHold: true, minSize: 100, maxSize: 100 }, ...others];
  const round = await there.call<StoredRound>("POST", "/v1/rounds", JSON.stringify({ ...content, promotions }));
  const { id } = await there.call<RunShape>("POST", "/v1/runs", JSON.stringify({ roundId: round.id }));
  const planner = await there.open("fr");
  const { page, t, sees, isAccessible } = planner;
  await page.goto(`${planner.url}/#/run?round=${round.id}&run=${id}`);
  const tryIt = page.getByRole("button", { name: t.run.tryChange }).first();
  await tryIt.waitFor();
  await isAccessible("a conflict");
  await tryIt.click();
  await page.getByRole("link", { name: t.run.toResult }).waitFor();
  await sees(t.run.title);
  const variant = new URLSearchParams(page.url().split("?")[1]).get("round") ?? "";
  expect((await there.call<StoredRound>("GET", `/v1/rounds/${variant}`)).parentId).toBe(round.id);
  await page.context().close();
});

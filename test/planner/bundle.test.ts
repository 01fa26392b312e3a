import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { BUILT_PAGE } from "../../server/planner/built-page.ts";
import { buildPage } from "../browser/browser.ts";

const KILOBYTE = 1000;

test("scripts, styles, letters and all four languages are under 150 kB of gzip, without the map", () => {
  buildPage();
  const assets = readdirSync(join(BUILT_PAGE, "assets")).filter((name) => !name.startsWith("belgium-map"));
  const sizes = assets.map((name) => gzipSync(readFileSync(join(BUILT_PAGE, "assets", name))).length);
  expect(assets.some((name) => name.endsWith(".woff2"))).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150 * KILOBYTE);
});

test("the page asks nothing of any other host", () => {
  const texts = ["index.html", ...readdirSync(join(BUILT_PAGE, "assets")).map((name) => join("assets", name))]
    .filter((name) => /\.(html|css|js)$/.test(name))
    .map((name) => readFileSync(join(BUILT_PAGE, name), "utf8"));
  const hosts = texts.flatMap((text) => [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host));
  // Names of XML vocabularies are not fetched.
  expect([...new Set(hosts)].filter((host) => host !== "www.w3.org")).toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KEY_OF_OBJECTIVE } from "../../engine/input/objective-key.ts";
import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";
import { PROFILES } from "../../engine/profiles/catalogue.ts";

const ROOT = new URL("../../", import.meta.url);
const law = readFileSync(new URL("docs/law.md", ROOT), "utf8");

/** The cells of every row of the table under a heading, without the head. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = law.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const idIn = (cell: string | undefined) => /^`([^`]+)`$/.exec(cell ?? "")?.[1] ?? "";
const fileIn = (folder: string, cell: string | undefined) => new URL(`${folder}${idIn(cell)}`, ROOT);

const objectiveIds = Object.keys(KEY_OF_OBJECTIVE);
const ruleIds = Object.keys(be20240515.citations).filter((id) => existsSync(new URL(`engine/rules/${id}.ts`, ROOT)));

describe.each([
  ["Rules", ruleIds],
  ["Objectives", objectiveIds],
])("docs/law.md: %s", (heading, ids) => {
  const rows = tableUnder(heading);

  it("has each of them once", () => {
    expect(rows.map(([, id]) => idIn(id)).sort()).toEqual(ids.toSorted());
  });

  it.each(rows.map((row) => [idIn(row[1]), row] as const))(
    "%s: its model, verifier and test exist, its article is the profile's",
    (id, row) => {
      const [article, , reading, model, verifier, test] = row;
      expect(idIn(model)).toMatch(new RegExp(`/${id}\\.ts$`));
      expect(idIn(verifier)).toBe(`verify/${idIn(model)}`);
      expect(existsSync(fileIn("engine/", model)) && existsSync(fileIn("engine/", verifier))).toBe(true);
      expect(readFileSync(fileIn("test/", test), "utf8")).toMatch(/\bexpect\(/);
      expect(reading).not.toBe("");
      const cited = be20240515.citations[id as keyof typeof be20240515.citations].article;
      expect(article?.match(/\d+|operational/)?.[0]).toBe(cited.match(/\d+|operational/)?.[0]);
    },
  );
});

describe("docs/law.md", () => {
  it("names every rule of every profile", () => {
    const listed = new Set(tableUnder("Rules").map(([, id]) => idIn(id)));
    for (const { rules } of PROFILES.values()) expect(rules.filter((rule) => !listed.has(rule))).toEqual([]);
  });

  it("names only files that exist beside rules and aims", () => {
    const rows = tableUnder("What the law asks for beside rules and aims");
    expect(rows.length).toBeGreaterThan(5);
    for (const [, what, , code, test] of rows) {
      expect(existsSync(fileIn("", code)) && existsSync(fileIn("", test)), what).toBe(true);
    }
  });

  it("names every setting the readings of the profile rest on", () => {
    const settings = be20240515.readings.flatMap(({ setting }) => (setting === "fixed" ? [] : [setting]));
    expect(settings.filter((setting) => !law.includes(`\`${setting}`))).toEqual([]);
  });
});

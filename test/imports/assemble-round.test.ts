import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { roundFiles } from "../../server/exports/round-files.ts";
import { assembleRound } from "../../server/imports/assemble-round.ts";
import { columnsOfFile, FILE_NAMES, type FileName } from "../../server/imports/columns.ts";
import { readCsv } from "../../server/imports/read-csv.ts";
import { readWorkbook } from "../../server/imports/read-workbook.ts";
import type { Table } from "../../server/imports/table.ts";
import { template } from "../../server/imports/template.ts";
import { shipped } from "../engine/run-place.ts";

const tiny = shipped("tiny");
const fields = { id: "imported", profile: tiny.profile, policy: tiny.policy };

function table(bytes: string | Uint8Array): Table {
  const read = readCsv(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  if (!read.ok) throw new Error(read.code);
  return read.table;
}
/** The shipped round's files, some of them replaced. */
function withFiles(over: Partial<Record<FileName, string | Uint8Array>>) {
  const files = new Map<FileName, string | Uint8Array>(roundFiles(tiny));
  for (const file of FILE_NAMES) files.set(file, over[file] ?? files.get(file) ?? "");
  files.delete("members");
  if (over.members !== undefined) files.set("members", over.members);
  return assembleRound(fields, new Map([...files].map(([file, bytes]) => [file, table(bytes)])));
}
const placesOf = (over: Parameters<typeof withFiles>[0]) =>
  withFiles(over).issues.map(({ file, row, column, code }) => [file, row, column, code].join(" "));
const hosts = (round: Readonly<Record<string, unknown>>) => (round as unknown as RoundJson).hosts;

describe("what a file may look like", () => {
  const rows = [
    ["id", "municipality", "approvedFrom", "offers"],
    ["h1", "62063", "01/01/2025", "Pâtisserie"],
  ];
  const expected = { id: "h1", municipality: "62063", approvedFrom: "2025-01-01", offers: ["Pâtisserie"] };
  const lines = (delimiter: string, end = "\r\n") => rows.map((row) => row.join(delimiter)).join(end);
  const windows1252 = Uint8Array.from(lines(";"), (letter) => letter.charCodeAt(0));
  const utf16 = Buffer.from(`\uFEFF${lines("\t")}`, "utf16le");

  test.each([
    ["semicolons", Buffer.from(lines(";"))],
    ["commas", Buffer.from(lines(","))],
    ["tabs", Buffer.from(lines("\t"))],
    ["a byte order mark", Buffer.from(`\uFEFF${lines(";")}`)],
    ["line feeds alone", Buffer.from(lines(";", "\n"))],
    ["a line that tells the separator", Buffer.from(`sep=,\r\n${lines(",")}`)],
    ["Windows-1252", windows1252],
    ["UTF-16, as a spreadsheet's Unicode text", utf16],
    [
      "upper-case names, blank rows and blank columns",
      Buffer.from(`\r\nID;Municipality;ApprovedFrom;Offers;;\r\n;;;;;\r\nh1;62063;1/1/2025;Pâtisserie;;\r\n\r\n`),
    ],
  ])("%s", (_, bytes) => {
    const read = readCsv(bytes);
    if (!read.ok) throw new Error(read.code);
    const { round, readable } = assembleRound(fields, new Map([["hosts", read.table]]));
    expect(readable).toBe(true);
    expect(hosts(round)).toEqual([expected]);
  });

  test("a comma inside quotation marks separates nothing", () => {
    expect(table('id;"a,b,c,d";x\r\n"h;1";2;3').header).toEqual(["id", "a,b,c,d", "x"]);
  });

  test.each([
    ["7,6", 7.6],
    ["7.6", 7.6],
    ["7", 7],
  ])("%s hours", (text, value) => {
    const { round, issues } = withFiles({
      missions: `id;host;places;hoursPerDay\r\nm1;h1;1;${text}\r\nm2;h1;1;\r\nm3;h1;1;\r\nm4;h1;1;`,
    });
    expect(issues).toEqual([]);
    expect((round as unknown as RoundJson).missions[0]?.hoursPerDay).toBe(value);
  });
});

describe("what is wrong is told all at once, by file, row and column", () => {
  test("cells that cannot be read, and what the checks of the data find", () => {
    const missions = [
      "id;host;places;from;languages",
      "m1;h1;two;;fr",
      "m2;h9;1;31/02/2026;",
      "m3;h1;1,5;;",
      "m4;;1;;fr;surplus",
    ].join("\r\n");
    expect(placesOf({ missions })).toEqual([
      "missions 2 places cell-unreadable",
      "missions 3 from cell-unreadable",
      "missions 5  row-too-long",
      "missions 4 places value-invalid",
      "missions 5 host field-missing",
      "missions 3 host reference-unknown",
    ]);
  });

  test("names of columns", () => {
    expect(
      placesOf({
        hosts: "id;municipality;colour;lastName;municipality\r\nh1;62063;red;Peeters;62063\r\nh2;62063\r\nh3;21004\r\nh4;21004",
      }),
    ).toEqual(["hosts 1 colour column-unknown", "hosts 1 lastName field-personal", "hosts 1 municipality column-duplicate"]);
    expect(placesOf({ hosts: "municipality\r\n62063" })).toContain("hosts 1 id column-missing");
  });

  test("personal data in a cell, and never the text itself", () => {
    const { issues } = withFiles({
      hosts: "id;municipality;offers\r\nh1;62063;jane.doe@example.org\r\nh2;62063;\r\nh3;21004;\r\nh4;21004;",
    });
    expect(issues).toMatchObject([{ code: "value-personal", file: "hosts", row: 2, column: "offers" }]);
    expect(JSON.stringify(issues)).not.toContain("jane");
  });

  test("choices, categories and zones by their own columns", () => {
    const [candidate] = tiny.candidates;
    const lines = [
      "id;birthDate;municipality;chosenStart;choice1;choice2;choice3;attributes.sex",
      `${candidate?.id};2006-03-14;62063;2026-10-01;m1;;m9;`,
      "c2;2006-03-14;62063;2026-10-01;m1;m2+m3+m4;;F",
    ];
    expect(placesOf({ candidates: lines.join("\n") })).toEqual([
      "candidates 3 choice2 cell-unreadable",
      "candidates 2 choice3 reference-unknown",
      "   dimension-unknown",
      "candidates 2 attributes.sex category-missing",
    ]);
    const promotions = "id;start;end;maxSize;zone.provinces\r\np1;2026-10-05;2027-04-04;3;Liège|Brabant";
    expect(placesOf({ promotions })).toEqual(["promotions 2 zone.provinces province-unknown"]);
  });

  test("members without a promotion of the round", () => {
    const members = "promotion;candidate;attributes.sex\r\np1;c77;F\r\np9;c78;M\r\n;c79;M";
    const { round, issues } = withFiles({ members });
    expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, "promotion", "reference-unknown"],
      [4, "promotion", "field-missing"],
    ]);
    expect((round as unknown as RoundJson).promotions[0]?.members).toEqual([{ candidate: "c77", attributes: { sex: "F" } }]);
  });

  test.each([
    ["", "file-empty"],
    ['id;municipality\r\n"h1;62063', "file-unreadable"],
    ['id;municipality\r\n"h1"x;62063', "file-unreadable"],
  ])("a file like %j", (text, code) => {
    expect(readCsv(Buffer.from(text))).toMatchObject({ ok: false, code });
  });
});

describe("workbooks", () => {
  test("what is none is unreadable, and never thrown", async () => {
    for (const bytes of [
      Buffer.from("PK\u0003\u0004 no archive"),
      zipSync({ "hello.txt": Buffer.from("hi") }),
      zipSync({ "xl/workbook.xml": Buffer.from("<a") }),
    ]) {
      expect(await readWorkbook(bytes)).toMatchObject({ ok: false, code: "file-unreadable" });
    }
  });

  test("one that says it unpacks to more than is lawful, or to less than it does, is not read", async () => {
    const sheet = { "xl/worksheets/sheet1.xml": new TextEncoder().encode("<worksheet/>".repeat(100)) };
    for (const [size, code] of [
      [3_000_000_000, "file-too-large"],
      [1, "file-unreadable"],
    ] as const) {
      const bytes = Buffer.from(zipSync(sheet));
      // The size stands 24 bytes into the entry of the central directory.
      bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
      expect(await readWorkbook(bytes)).toMatchObject({ ok: false, code });
    }
  });
});

describe("templates", () => {
  test.each(FILE_NAMES)("%s: the columns of the schema, and a row that can be read", (file) => {
    const { header, rows } = table(template(file));
    const known = columnsOfFile(file).map(({ name }) => name);
    for (const name of header) expect(name.startsWith("attributes.") || known.includes(name), name).toBe(true);
    for (const { name, required } of columnsOfFile(file)) if (required) expect(header).toContain(name);
    expect(rows.length).toBe(1);
  });

  test("together they are a round", () => {
    const { readable, issues } = assembleRound(fields, new Map(FILE_NAMES.map((file) => [file, table(template(file))])));
    expect(readable).toBe(true);
    // Its candidate names missions that only a filled file has.
    expect(new Set(issues.map(({ code }) => code))).toEqual(
      new Set(["reference-unknown", "category-missing", "dimension-unknown"]),
    );
  });
});

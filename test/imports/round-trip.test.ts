import fc from "fast-check";
import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { roundFiles } from "../../server/exports/round-files.ts";
import { assembleRound } from "../../server/imports/assemble-round.ts";
import type { FileName } from "../../server/imports/columns.ts";
import { readCsv } from "../../server/imports/read-csv.ts";
import type { Table } from "../../server/imports/table.ts";
import { shipped } from "../engine/run-place.ts";

function tablesOf(files: ReadonlyMap<FileName, string>): Map<FileName, Table> {
  return new Map(
    [...files].map(([file, text]) => {
      const read = readCsv(Buffer.from(text));
      if (!read.ok) throw new Error(`${file}: ${read.code}`);
      return [file, read.table];
    }),
  );
}

function reimported(round: RoundJson) {
  const { id, profile, policy, seed } = round;
  return assembleRound({ id, profile, ...(policy ? { policy } : {}), ...(seed ? { seed } : {}) }, tablesOf(roundFiles(round)));
}
/** What the engine works on; an empty cell says the same as an empty list. */
function meaningOf(round: unknown): unknown {
  const parsed = parseRoundValue(round);
  return parsed.ok ? { ...parsed.round, hash: null, limits: null } : parsed.issues.slice(0, 3);
}

test.each(["tiny", "intake"] as const)("the shipped round %s survives its files", (name) => {
  const round = shipped(name);
  const { readable, round: again } = reimported(round);
  expect(readable).toBe(true);
  expect(meaningOf(again)).toEqual(meaningOf(round));
});

test("generated rounds survive their files, members, windows and own initiatives included", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 5, max: 60 }), (seed, candidates) => {
      const round = generateRound({ candidates, seed });
      expect(meaningOf(reimported(round).round)).toEqual(meaningOf(round));
    }),
    { numRuns: 15 },
  );
});

const fullWidth = (sign: string): [string, string, string[]] => [`${sign}1`, "", [sign]];

test("any text survives, whatever it would do to a spreadsheet", () => {
  const text = fc
    .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
    .map((one) => one.replaceAll(/\p{Cc}|\p{Cs}/gu, "").trim())
    .filter((one) => one !== "" && !one.startsWith("'"));
  fc.assert(
    fc.property(text, fc.constantFrom("", "=", "+", "-", "@"), fc.uniqueArray(text, { maxLength: 3 }), (word, first, offers) => {
      const tiny = shipped("tiny");
      const codes = [...new Set(offers.map((one) => one.replaceAll("|", "").trim()))].filter(
        (one) => one !== "" && !one.startsWith("'"),
      );
      const hosts = tiny.hosts.map((host, index) => (index === 0 ? { ...host, offers: codes } : host));
      const missions = tiny.missions.map((mission, index) => (index === 0 ? { ...mission, domain: first + word } : mission));
      const round = { ...tiny, hosts, missions };
      const again = reimported(round).round as unknown as RoundJson;
      expect(again.missions[0]?.domain).toBe(first + word);
      expect(again.hosts[0]?.offers ?? []).toEqual(codes);
      const cells =
        tablesOf(roundFiles(round))
          .get("missions")
          ?.rows.flatMap((row) => row.cells) ?? [];
      expect(cells.filter((cell) => typeof cell === "string" && /^[=+@-]/.test(cell))).toEqual([]);
    }),
    // A quotation mark before a plus is no formula, though the file has it doubled; the signs of full width are formulas too.
    { numRuns: 200, examples: [['"+', "", []], ...["\uff1d", "\uff0b", "\uff0d", "\uff20"].map((sign) => fullWidth(sign))] },
  );
});

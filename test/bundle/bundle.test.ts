import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bundle, PERSONAL_PARTS } from "../../engine/bundle/bundle.ts";
import { headOf } from "../../engine/bundle/digests.ts";
import { eraseBundle } from "../../engine/bundle/erase-bundle.ts";
import { makeBundle } from "../../engine/bundle/make-bundle.ts";
import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import { shipped, solved } from "../engine/run-place.ts";

const tiny = shipped("tiny");
const result = await solved(tiny);
let salts = 0;
const salt = () => (salts++).toString(16).padStart(32, "0");
const TEXT = makeBundle({ round: tiny, result, salt });
const bundle = (): Bundle => JSON.parse(TEXT);
const written = (changed: Bundle) => `${canonicalize(changed)}\n`;
const codes = (text: string, head?: string) => verifyBundle(text, head).issues.map(({ code }) => code);

describe("the audit bundle (G13)", () => {
  test("verifies offline, and holds the round and result it was made of", () => {
    const verdict = verifyBundle(TEXT);
    expect(verdict).toMatchObject({ issues: [], erased: 0, guarantee: "holds", head: bundle().head });
    expect(verdict.result).toEqual(result);
  });
  test("one flipped bit anywhere is caught", () => {
    const bytes = Buffer.from(TEXT, "utf8");
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (position, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[position] = (flipped[position] ?? 0) ^ (1 << bit);
        expect(verifyBundle(flipped.toString("utf8")).guarantee).toBe("violated");
      }),
      { numRuns: 400 },
    );
  });
  test("so is a byte too many, one too few, and the same JSON in other words", () => {
    expect(codes(`${TEXT} `)).toEqual(["not-canonical"]);
    expect(codes(TEXT.slice(0, -1))).toEqual(["not-canonical"]);
    expect(codes(JSON.stringify(JSON.parse(TEXT), null, 1))).toEqual(["not-canonical"]);
    expect(codes(TEXT.slice(0, -3))).toEqual(["not-json"]);
    expect(codes("{}")).toEqual(["not-a-bundle"]);
  });
  test("an entry that was exchanged, dropped, repeated or moved breaks the chain", () => {
    const { entries } = bundle();
    const [first, second, ...rest] = entries as [Bundle["entries"][number], Bundle["entries"][number], ...Bundle["entries"]];
    for (const changed of [
      [second, first, ...rest],
      [first, ...rest],
      [first, first, second, ...rest],
    ]) {
      expect(codes(written({ ...bundle(), entries: changed }))).toContain("head");
    }
  });
  test("a forger who works out every digest anew is caught by the verifier, or by the head that was kept", () => {
    const placed = result.outcomes.findIndex(({ outcome }) => outcome === "placed");
    const outcomes = result.outcomes.map((outcome, index) => (index === placed ? { ...outcome, promotion: "p2" } : outcome));
    const forged = makeBundle({ round: tiny, result: { ...result, outcomes: outcomes as typeof result.outcomes }, salt });
    expect(codes(forged)).toContain("violation");
    const other = makeBundle({ round: tiny, result, salt });
    expect(codes(other)).toEqual([]);
    expect(codes(other, bundle().head)).toEqual(["other-head"]);
    expect(codes(TEXT, bundle().head)).toEqual([]);
  });
  test("another profile, or a part missing under a chain that is right, is caught", () => {
    const entries = bundle().entries.filter(({ part }) => part !== "certificate");
    expect(codes(written({ ...bundle(), entries, head: headOf(entries) }))).toEqual(["parts"]);
  });
});

describe("erasing after the retention", () => {
  const left = eraseBundle(TEXT);
  const text = "text" in left ? left.text : "";
  test("takes out everything about persons: no candidate is named any more", () => {
    for (const { id } of tiny.candidates ?? []) expect(text).not.toContain(`"${id}"`);
    expect(
      JSON.parse(text).entries.some(
        ({ part, payload }: { part: never; payload: unknown }) => PERSONAL_PARTS.has(part) && payload,
      ),
    ).toBe(false);
  });
  test("leaves head and chain as they were, and what is left still verifies", () => {
    const verdict = verifyBundle(text, bundle().head);
    expect(verdict).toMatchObject({ issues: [], guarantee: "not-measured", result: null });
    expect(verdict.erased).toBeGreaterThan(10);
    const tampered = JSON.parse(text) as Bundle;
    const entries = tampered.entries.map((entry) =>
      entry.part === "policy" && "payload" in entry ? { ...entry, payload: {} } : entry,
    );
    expect(codes(written({ ...tampered, entries }))).toEqual(["digest"]);
  });
  test("the same person's record has another digest in every bundle: it cannot be looked up by its contents", () => {
    const digests = ({ entries }: Bundle) =>
      entries.filter(({ part }) => part === "round/candidates").map(({ digest }) => digest);
    const again = JSON.parse(makeBundle({ round: tiny, result, salt })) as Bundle;
    expect(digests(again).some((digest) => digests(bundle()).includes(digest))).toBe(false);
  });
});

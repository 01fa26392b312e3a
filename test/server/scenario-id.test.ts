import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarioId } from "../../server/solver-process/answer-scenario.ts";

test("any JSON gives a scenario a name, half a surrogate pair in a text or a field too", () => {
  for (const patches of ["\ud800", [{ "\udc00": 1 }], undefined, null])
    expect(scenarioId("round", patches)).toMatch(/^round~[0-9a-f]{8}$/);
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary", maxDepth: 2 }), (patches) => {
      expect(scenarioId("round", patches)).toMatch(/^round~[0-9a-f]{8}$/);
    }),
    { numRuns: 50 },
  );
});

test("the same patches have the same name, whatever the order of their fields, and others another", () => {
  expect(scenarioId("round", [{ a: 1, b: 2 }])).toBe(scenarioId("round", [{ b: 2, a: 1 }]));
  expect(scenarioId("round~0123abcd", [{ a: 1 }])).toBe(scenarioId("round", [{ a: 1 }]));
  expect(scenarioId("round", [{ a: 2 }])).not.toBe(scenarioId("round", [{ a: 1 }]));
});

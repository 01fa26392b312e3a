import fc from "fast-check";
import { expect, test } from "vitest";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { run, shipped } from "../engine/run-place.ts";

const tiny = shipped("tiny");

test("any list of lawful patches gives a round that is solved, refused or infeasible, never a failure", async () => {
  const patch = fc.oneof(
    fc.record({ kind: fc.constant("mission-places"), mission: fc.constantFrom("m1", "m2", "m3", "m4"), places: fc.nat(3) }),
    fc.record({
      kind: fc.constant("promotion-size"),
      promotion: fc.constantFrom("p1", "p2"),
      maxSize: fc.nat(4),
      mustHold: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("mission-withdrawn"), mission: fc.constantFrom("m1", "m2", "m3", "m4") }),
    fc.record({
      kind: fc.constant("pinned"),
      pin: fc.record({ candidate: fc.constantFrom("c1", "c2"), promotion: fc.constantFrom("p1", "p2") }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 4 }), async (patches) => {
      const scenario = applyPatches(tiny, patches, "patched");
      if (!scenario.ok) throw new Error(JSON.stringify(scenario.issues));
      const { status } = await run(scenario.round);
      expect(["solved", "bad-input", "infeasible"]).toContain(status);
    }),
    { numRuns: 15, seed: 7 },
  );
}, 60_000);

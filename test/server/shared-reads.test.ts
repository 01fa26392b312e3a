import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedReads } from "../../server/jobs/shared-reads.ts";

test("a hundred who ask in one turn cost one read, and one who asks for something else another", async () => {
  let reads = 0;
  const read = sharedReads(async (key) => `${key} ${++reads}`);
  const answers = await Promise.all(Array.from({ length: 100 }, () => read("a")));
  expect(new Set(answers)).toEqual(new Set(["a 1"]));
  expect(await Promise.all([read("a"), read("b")])).toEqual(["a 2", "b 3"]);
});

test("a read that fails fails for all who share it, and the next one is made anew", async () => {
  let broken = true;
  const read = sharedReads(async () => {
    if (broken) throw new Error("broken");
    return "read";
  });
  expect((await Promise.allSettled([read("a"), read("a")])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await read("a")).toBe("read");
});

test("nobody is told what was there before they asked, however reads and changes follow one another", async () => {
  const steps = fc.array(fc.constantFrom("change", "ask", "turn"), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(3), async (sequence, slowness) => {
      let value = 0;
      const read = sharedReads(async () => {
        for (let turns = 0; turns < slowness; turns++) await nextTurn();
        return value;
      });
      const asked: Promise<void>[] = [];
      for (const step of sequence) {
        if (step === "change") value += 1;
        if (step === "turn") await nextTurn();
        if (step === "ask") {
          const then = value;
          asked.push(read("a").then((answer) => expect(answer).toBeGreaterThanOrEqual(then)));
        }
      }
      await Promise.all(asked);
    }),
    { numRuns: 200 },
  );
});

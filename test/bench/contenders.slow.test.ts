import { describe, expect, it } from "vitest";
import { judge } from "../../bench/campaign/judge.ts";
import { CONTENDERS } from "../../bench/contenders/catalogue.ts";
import type { Answer, Contender, ReadRound } from "../../bench/contenders/contender.ts";
import { generateRound } from "../../datasets/generate-round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { shipped } from "../engine/run-place.ts";

function read(value: unknown): ReadRound {
  const parsed = parseRoundValue(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed;
}

const tiny = read(shipped("tiny"));
const intake = read(generateRound({ candidates: 40, seed: 4 }));
const contenders = [...CONTENDERS.values()];

function contender(name: string): Contender {
  const found = CONTENDERS.get(name);
  if (found === undefined) throw new Error(`no contender ${name}`);
  return found;
}

async function run({ run: answer }: Contender, round: ReadRound, seed = 1): Promise<Answer> {
  const began = performance.now();
  return answer(round, {
    seconds: 30,
    seed,
    now: () => (performance.now() - began) / 1000,
    reached: () => undefined,
    childUsed: () => undefined,
  });
}

describe.each(contenders)("$name", (one) => {
  it("gives the tiny round a lawful answer whose figures are confirmed", async ({ skip }) => {
    const answer = await run(one, tiny);
    if (answer.end === "absent") return skip(answer.remark);
    expect(judge(tiny.round, answer.placements, answer.stages).complaints).toEqual([]);
    expect(answer.placements.length).toBeGreaterThan(0);
    expect(answer.end).toBe(one.optimises ? "proof" : "complete");
  });
});

describe.each(["cbc", "glpsol"])("native %s", (name) => {
  it("tells values and bounds on the way, ends with what it told last, and its process counts as its own", async ({ skip }) => {
    const used = new Set<number>();
    const began = performance.now();
    const { end, moments, stages, remark } = await contender(name).run(intake, {
      seconds: 4,
      seed: 1,
      now: () => (performance.now() - began) / 1000,
      reached: () => undefined,
      childUsed: (pid) => used.add(pid),
    });
    if (end === "absent") return skip(remark);
    expect(stages.length).toBeGreaterThan(3);
    expect(used.size).toBeGreaterThan(0);
    for (const { tier, entry, found, seconds } of stages) {
      const last = moments.findLast((moment) => moment.tier === tier && moment.entry === entry && moment.seconds <= seconds);
      if (last !== undefined && last.incumbent !== null) expect({ tier, found }).toEqual({ tier, found: last.incumbent });
    }
  });
});

describe("contenders", () => {
  it("that prove their answers agree on every stage of the tiny round", async () => {
    const claims = await Promise.all(contenders.filter(({ optimises }) => optimises).map(async (one) => await run(one, tiny)));
    const found = claims.filter(({ end }) => end !== "absent").map(({ stages }) => stages.map((stage) => stage.found));
    expect(found.length).toBeGreaterThan(1);
    for (const own of found) expect(own).toEqual(found[0]);
  });

  it("first come, first served is lawful on a round with minimum sizes, and the same twice", async () => {
    const [once, twice] = [await run(contender("greedy-first-come"), intake), await run(contender("greedy-first-come"), intake)];
    expect(once.placements).toEqual(twice.placements);
    expect(judge(intake.round, once.placements, []).complaints).toEqual([]);
  });

  it("random restarts depend on the seed alone", async () => {
    const restarts = contender("random-restarts");
    const [first, again, other] = [
      await run(restarts, intake, 7),
      await run(restarts, intake, 7),
      await run(restarts, intake, 8),
    ];
    expect(first.placements).toEqual(again.placements);
    expect(first.placements).not.toEqual(other.placements);
  });

  it("random restarts stop at the limit with the best so far, and say after how many", async () => {
    const answer = await contender("random-restarts").run(intake, {
      seconds: 0,
      seed: 1,
      now: () => 1,
      reached: () => undefined,
      childUsed: () => undefined,
    });
    expect(answer).toMatchObject({ end: "limit", remark: "1 restarts" });
    expect(answer.placements.length).toBeGreaterThan(0);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Outcome, Result } from "../../engine/domain/result.ts";
import { recommend } from "../../engine/explain/alternatives/recommend.ts";
import { smallestChange } from "../../engine/explain/alternatives/smallest-change.ts";
import { whyNot } from "../../engine/explain/alternatives/why-not.ts";
import { explainCandidate } from "../../engine/explain/explain-candidate.ts";
import { LANGUAGES, WORDS } from "../../engine/explain/texts/catalogue.ts";
import { decisionText, explanationText } from "../../engine/explain/texts/explanation-text.ts";
import { alternativeAnswerSchema, explanationSchema } from "../../engine/input/explanation-schema.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { solved } from "../engine/run-place.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson, WINTER } from "../hand-made-round.ts";

let solver: Solver;
beforeAll(async () => {
  solver = checked(await loadHighs());
});

const now = () => 0;
const roundOf = (json: RoundJson) => {
  const parsed = parseRoundValue(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.round;
};
const outcomeOf = (result: Result, id: string) => result.outcomes.find(({ candidate }) => candidate === id) as Outcome;

async function explained(json: RoundJson, result: Result, id: string) {
  const explanation = await explainCandidate(roundOf(json), result, id, { solver, now });
  if (explanation === null) throw new Error(`no candidate ${id}`);
  explanationSchema.parse(explanation);
  return explanation;
}

/** Two candidates alike in everything, one seat in one promotion. */
const TWINS = handMade(
  {
    promotions: [promotionJson("p1", ...AUTUMN, { maxSize: 1 })],
    candidates: ["twin-a", "twin-b"].map((id) => candidateJson(id, ["m1"])),
  },
  ["placed", "worst-promotion", "representativeness", "delay", "wishes", "lottery"],
  { representativeness: [{ dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0, mode: "soft" }] },
);

/** Words by which a text speaks to the person concerned: to nobody else. */
const SPEAKS_TO_THEM = {
  fr: /\b(vous|votre|vos)\b/i,
  nl: /\b(u|uw)\b/i,
  de: /\b(Ihre?|Sie (beginnen|können|kommen|erfüllen|haben)|konnten Sie)\b/,
  en: /\byour?\b/i,
} as const;

describe("two identical candidates and one seat", () => {
  it("have want of room for ground and the draw for selection, never Art. 23 §3", async () => {
    const result = await solved(TWINS);
    const waiting = result.outcomes.find(({ outcome }) => outcome === "reserve") as Extract<Outcome, { outcome: "reserve" }>;
    expect(waiting.reason).toMatchObject({ code: "size", article: "13", selection: "lottery" });
    expect(verifyResult(roundOf(TWINS), result)).toEqual([]);
    const placed = result.outcomes.find(({ outcome }) => outcome === "placed") as Outcome;
    const explanation = await explained(TWINS, result, waiting.candidate);
    expect(explanation.alternatives).toMatchObject([
      { answer: "ground", makeWay: [placed.candidate], ground: { selection: "lottery" } },
    ]);
    for (const language of LANGUAGES) {
      const text = explanationText(explanation, language, "candidate", () => "2026-10-05").join("\n");
      expect(text).toContain("13");
      expect(text).toMatch(/tirage au sort|loting|Los|draw/);
      expect(text).not.toContain("23 §3");
      expect(text).not.toContain(placed.candidate);
      expect(explanationText(explanation, language, "planner", () => "2026-10-05").join("\n")).toContain(placed.candidate);
      const letter = decisionText(waiting, language, "candidate", () => "2026-10-05").join("\n");
      expect(letter).toMatch(SPEAKS_TO_THEM[language]);
      for (const audience of ["planner", "file"] as const) {
        const told = [
          ...explanationText(explanation, language, audience, () => "2026-10-05"),
          ...result.outcomes.flatMap((outcome) => decisionText(outcome, language, audience, () => "2026-10-05")),
        ];
        expect(told.join("\n")).not.toMatch(SPEAKS_TO_THEM[language]);
      }
      expect(letter).toContain(WORDS[language].toCandidate.size.slice(0, -1));
      expect(letter).toContain(WORDS[language].lottery);
      expect(letter).not.toContain(placed.candidate);
    }
  });
  it("would have been helped by one more seat", async () => {
    const result = await solved(TWINS);
    const waiting = result.outcomes.find(({ outcome }) => outcome === "reserve") as Outcome;
    const { changes } = await explained(TWINS, result, waiting.candidate);
    expect(changes[0]).toEqual({ change: { kind: "promotion-seat", promotion: "p1" }, helps: true });
    expect(changes).toContainEqual({ change: { kind: "mission-place", mission: "m1" }, helps: false });
  });
  it("are one place short at the mission where the places run out", async () => {
    const short = { ...TWINS, missions: [missionJson("m1", "h1", { places: 1 })], promotions: [promotionJson("p1", ...AUTUMN)] };
    const result = await solved(short);
    const waiting = result.outcomes.find(({ outcome }) => outcome === "reserve") as Extract<Outcome, { outcome: "reserve" }>;
    expect(waiting.reason).toMatchObject({ code: "places", article: "13", selection: "lottery" });
    const { changes } = await explained(short, result, waiting.candidate);
    expect(changes[0]).toEqual({ change: { kind: "mission-place", mission: "m1" }, helps: true });
  });
});

describe("a deferral under Art. 23 §3", () => {
  const MIXED = handMade(
    {
      promotions: [promotionJson("p1", ...AUTUMN, { maxSize: 2 }), promotionJson("p2", ...WINTER, { maxSize: 2 })],
      candidates: ["F", "F", "M", "M"].map((sex, i) =>
        candidateJson(`c${i + 1}`, ["m1"], { attributes: { sex, education: "higher" } }),
      ),
    },
    ["placed", "worst-promotion", "representativeness", "delay", "wishes", "lottery"],
    {
      representativeness: [{ dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0, mode: "soft" }],
      deferralGround: "replacement",
    },
  );
  it("is a draw between those of the same sex, and nobody is told a composition ground", async () => {
    const result = await solved(MIXED);
    const codes = result.outcomes.flatMap((outcome) => (outcome.outcome === "deferred" ? [outcome.reason] : []));
    expect(codes).toHaveLength(2);
    for (const reason of codes) expect(reason).toMatchObject({ code: "size", selection: "lottery" });
  });
  it("names the candidate who takes the seat, to the planner and not to the candidate", async () => {
    const member = { candidate: "c9", missions: ["m1"], region: "WAL", attributes: { sex: "F", education: "higher" } };
    const promotions = [
      promotionJson("p1", ...AUTUMN, { maxSize: 2, members: [member] }),
      promotionJson("p2", ...WINTER, { maxSize: 2 }),
    ];
    const oneSeat = { ...MIXED, promotions, candidates: (MIXED.candidates ?? []).slice(1, 3) };
    const result = await solved(oneSeat);
    expect(verifyResult(roundOf(oneSeat), result)).toEqual([]);
    const waiting = result.outcomes.find(({ candidate }) => candidate === "c2");
    expect(waiting).toMatchObject({
      outcome: "deferred",
      reason: { article: "23 §3", seat: { promotion: "p1", candidate: "c3" } },
    });
    const explanation = await explained(oneSeat, result, "c2");
    expect(explanationText(explanation, "fr", "candidate", () => "2026-12-07").join("\n")).not.toContain("c3");
    expect(explanationText(explanation, "nl", "planner", () => "2026-12-07").join("\n")).toContain("c3");
  });
});

describe("who is protected by a cap", () => {
  const capped = (id: string) => candidateJson(id, ["m1"], { deferrals: 1 });
  const policy = { deferral: { maxCount: 1, maxDays: null } };
  const order = ["deferral-cap", "placed", "delay", "lottery"] as const;
  it("is deferred beyond it rather than refused", async () => {
    const round = handMade(
      {
        promotions: [promotionJson("p1", ...AUTUMN, { maxSize: 1 }), promotionJson("p2", ...WINTER, { maxSize: 1 })],
        candidates: [capped("c1"), capped("c2")],
      },
      order,
      policy,
    );
    const result = await solved(round);
    expect(result.outcomes.map(({ outcome }) => outcome).sort()).toEqual(["deferred", "placed"]);
  });
  it("comes first where there is too little room", async () => {
    const round = handMade(
      { promotions: [promotionJson("p1", ...AUTUMN, { maxSize: 1 })], candidates: [candidateJson("c1", ["m1"]), capped("c2")] },
      order,
      policy,
    );
    const result = await solved(round);
    expect(outcomeOf(result, "c2").outcome).toBe("placed");
    expect(outcomeOf(result, "c1")).toMatchObject({ outcome: "reserve", reason: { code: "deferral-cap" } });
  });
});

it("a wasteful deferral is impossible: the nearest date is given where its seat and place are free, whatever a band would prefer", async () => {
  const round = handMade(
    {
      promotions: [promotionJson("p1", ...AUTUMN, { maxSize: 3 }), promotionJson("p2", ...WINTER, { maxSize: 3 })],
      candidates: ["F", "F", "M"].map((sex, i) =>
        candidateJson(`c${i + 1}`, ["m1"], { attributes: { sex, education: "higher" } }),
      ),
    },
    ["placed", "representativeness", "delay", "lottery"],
    {
      representativeness: [{ dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0, mode: "soft" }],
      deferralGround: "replacement",
    },
  );
  const result = await solved(round);
  expect(result.outcomes.map(({ outcome }) => outcome)).toEqual(["placed", "placed", "placed"]);
});

describe("answers on demand", () => {
  it("tell what is had, what is impossible, and what a lower choice is the price of", async () => {
    const round = handMade(
      {
        missions: [missionJson("m1", "h1", { places: 1 }), missionJson("m2", "h2")],
        promotions: [promotionJson("p1", ...AUTUMN)],
        candidates: [candidateJson("c1", ["m1"]), candidateJson("c2", ["m1", "m2"])],
      },
      ["placed", "wishes", "lottery"],
    );
    const result = await solved(round);
    const ask = async (alternative: Parameters<typeof whyNot>[3]) =>
      (await whyNot(roundOf(round), result, "c2", alternative, { solver, now }))?.answer;
    expect(await ask({ kind: "placed" })).toMatchObject({ answer: "has-it" });
    expect(await ask({ kind: "date", date: "2031-01-01" })).toMatchObject({ answer: "impossible" });
    expect(await ask({ kind: "first-choice" })).toMatchObject({
      answer: "ground",
      ground: { code: "places", price: { tier: "placed", by: 1 }, selection: "only" },
    });
    alternativeAnswerSchema.parse(await ask({ kind: "place", missions: ["m1"], promotion: "p1" }));
    expect(await whyNot(roundOf(round), result, "nobody", { kind: "placed" }, { solver, now })).toBeNull();
    const help = await smallestChange(roundOf(round), result, "c2", { kind: "first-choice" }, { solver, now });
    expect(help?.changes).toContainEqual({
      change: { kind: "mission-place", mission: "m1" },
      helps: true,
    });
    const places = await recommend(roundOf(round), result, "c2", { solver, now });
    expect((await explained(round, result, "c2")).places).toEqual(places);
    expect(places).toMatchObject([
      { missions: ["m2"], standing: "current" },
      { missions: ["m1"], standing: "breaks", tier: "placed", by: 1 },
    ]);
  });
  it("list every place, the nearest dates first where the effort ends, and say how many changes were not tried", async () => {
    const starts = ["2026-10-05", "2026-11-02", "2026-12-07", "2027-01-04", "2027-02-01", "2027-03-01"];
    const missions = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"].map((id) => missionJson(id, "h1", { places: 1 }));
    const promotions = starts.map((start, i) =>
      promotionJson(`p${i + 1}`, start, `2027-${["04", "05", "06", "07", "08", "09"][i]}-15`),
    );
    const people = ["c1", "c2"].map((id) => candidateJson(id, ["m1", "m2", "m3"]));
    const round = handMade({ missions, promotions, candidates: people }, ["placed", "delay", "wishes", "lottery"]);
    const result = await solved(round);
    const places = async (steps: number) => recommend(roundOf(round), result, "c2", { solver, now }, { steps });
    const open = 3 * promotions.length;
    expect(await places(120_000)).toHaveLength(open);
    const few = await places(0);
    expect(few).toHaveLength(open);
    expect(few?.filter(({ standing }) => standing === "not-established")).toHaveLength(open - 1);
    // Of the other choices, five have room; of the other dates, five are not the one wanted.
    const second = result.outcomes.find((outcome) => "rank" in outcome && outcome.rank > 1)?.candidate ?? "";
    const wanted = { kind: "place", promotion: "p1", missions: ["m1"] } as const;
    const { changes, more } = (await smallestChange(roundOf(round), result, second, wanted, { solver, now })) ?? { changes: [] };
    const tried = (kind: string) => changes.filter(({ change }) => change.kind === kind).length;
    expect([tried("start-date"), tried("choice"), more]).toEqual([4, 3, 5 - 4 + 5 - 3]);
    const told = await explained(round, result, second);
    expect(told.moreChanges).toBe(5 - 3);
    expect(explanationText(told, "en", "planner", () => "2026-10-05")).toContain(WORDS.en.notTried(2));
  });
});

import { describe, expect, it } from "vitest";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { run, shipped, solved } from "./run-place.ts";

const tiny = shipped("tiny");
const change = (part: Partial<RoundJson>): RoundJson => ({ ...tiny, ...part });
const [first, ...others] = tiny.candidates ?? [];

describe("place, on rounds at the edge of what is lawful", () => {
  it("gives a round without candidates a result with nobody in it", async () => {
    const result = await solved(change({ candidates: [] }));
    expect(result.outcomes).toEqual([]);
    expect(result.quality).toBe("proven-optimal");
  });

  it("offers everybody the reserve list in a round without promotions, and calls nobody too old", async () => {
    const { outcomes } = await solved(change({ promotions: [] }));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["reserve"]));
    expect(outcomes[0]).toMatchObject({ reason: { code: "no-fit" } });
  });

  it("offers a candidate without choices the reserve list, and loses nobody", async () => {
    const result = await solved(change({ candidates: [{ ...first, choices: [] } as never, ...others] }));
    const offered = { offer: "priority-reserve-list", lastChance: false };
    expect(result.outcomes[0]).toEqual({
      candidate: "c1",
      outcome: "reserve",
      reason: { code: "no-fit", blocked: [] },
      ...offered,
    });
    expect(result.outcomes).toHaveLength(6);
  });

  it("says which rule stands in the way of each choice that fits nowhere", async () => {
    const promotions = (tiny.promotions ?? []).map((promotion) => ({ ...promotion, zone: { provinces: ["Namur"] } }));
    const { outcomes } = await solved(change({ promotions }));
    expect(outcomes[0]).toMatchObject({
      reason: { code: "no-fit", blocked: [{ missions: ["m1"], blocks: ["promotion-zone"] }, {}, {}] },
    });
  });

  it("names every reason for which somebody is not eligible", async () => {
    const person = { ...first, birthDate: "1990-01-01", served: true, record: "excluded" as const };
    const { outcomes } = await solved(change({ candidates: [person as never, ...others] }));
    expect(outcomes[0]).toMatchObject({ outcome: "ineligible", issues: [{ code: "age" }, { code: "once" }, { code: "record" }] });
  });

  it("keeps pins as they are, all of them at once", async () => {
    const free = await solved(tiny);
    const pins = free.outcomes.map((outcome) =>
      outcome.outcome === "placed" || outcome.outcome === "deferred"
        ? { candidate: outcome.candidate, promotion: outcome.promotion, missions: [...outcome.missions] }
        : { candidate: outcome.candidate, outcome: "reserve" as const },
    );
    const pinned = await solved(change({ pins }));
    const place = (result: typeof free) => result.outcomes.map((outcome) => ("promotion" in outcome ? outcome.promotion : null));
    expect(place(pinned)).toEqual(place(free));
    expect(pinned.certificate.guarantees.G9).toBe("holds");
  });

  it("refuses a pin that breaks a rule for that person alone, with the rule and the place", async () => {
    const late = { ...first, latest: "2026-12-15" };
    const outcome = await run(change({ candidates: [late as never, ...others], pins: [{ candidate: "c1", promotion: "p2" }] }));
    expect(outcome).toMatchObject({
      status: "bad-input",
      issues: [{ code: "pin-breaks-rule", path: "/pins/0", params: { blocks: "not-before" } }],
    });
  });

  it("names two pins in conflict, and the rule between them", async () => {
    const outcome = await run(
      change({
        pins: [
          { candidate: "c1", promotion: "p1" },
          { candidate: "c1", promotion: "p2" },
        ],
      }),
    );
    expect(outcome).toMatchObject({ status: "infeasible", conflict: { minimal: true } });
    const parts = outcome.status === "infeasible" ? outcome.conflict.parts.map(({ rule }) => rule).sort() : [];
    expect(parts).toEqual(["one-place", "pins", "pins"]);
  });

  it("names the places and the pins when more people are pinned to a mission than it has places", async () => {
    const pins = ["c4", "c5"].map((candidate) => ({ candidate, promotion: "p1", missions: ["m2"] }));
    const outcome = await run(change({ pins }));
    const parts = outcome.status === "infeasible" ? outcome.conflict.parts : [];
    expect(parts.map(({ rule }) => rule).sort()).toEqual(["mission-capacity", "pins", "pins"]);
    expect(parts.find(({ rule }) => rule === "mission-capacity")?.article).toBe("8 §1");
  });

  it("names mustHold when too few people can come", async () => {
    const promotions = (tiny.promotions ?? []).map((promotion) => ({ ...promotion, minSize: 5, maxSize: 9, mustHold: true }));
    const outcome = await run(change({ promotions }));
    const parts = outcome.status === "infeasible" ? outcome.conflict.parts : [];
    expect(parts.some(({ subject }) => subject.mustHold === "true")).toBe(true);
  });

  it("gives an overbooked mission no place, says so, and goes on", async () => {
    const missions = (tiny.missions ?? []).map((mission) =>
      mission.id === "m1" ? { ...mission, occupied: [{ from: "2026-06-01", until: "2027-12-31", places: 5 }] } : mission,
    );
    const result = await solved(change({ missions }));
    expect(result.issues).toMatchObject([{ code: "overbooked" }, {}].slice(0, result.issues.length));
    expect(result.missions.map(({ id }) => id)).not.toContain("m1");
  });

  it("reports a limit as a limit: neither infeasible nor optimal", async () => {
    const result = await solved({ ...shipped("intake"), limits: { steps: 1 } });
    expect(result.stoppedBy).toBe("steps");
    expect(result.quality).toBe("feasible");
    expect(result.certificate.verified).toBe(true);
  });
});

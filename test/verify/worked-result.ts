import type { Result } from "../../engine/domain/result.ts";
import { policyHash } from "../../engine/input/canonical-round.ts";
import { BRUSSELS, candidate, day, GENT, host, LIEGE, member, mission, pin, promotion, round } from "./round-builder.ts";

const M = { sex: "M", education: "higher" };
const F = { sex: "F", education: "higher" };

/** A round small enough to work every figure of its result by hand. */
export const WORKED_ROUND = round(
  {
    hosts: [host("h1"), host("h2", { place: GENT })],
    missions: [
      mission("m1", { places: 1 }),
      mission("m2", { host: "h2", place: GENT, languages: [], places: 5 }),
      mission("m3", { languages: ["de"] }),
    ],
    promotions: [
      promotion("p1", "2026-10-01", { maxSize: 2 }),
      promotion("p2", "2026-12-01", {
        members: [member("x", { region: "BRU", missionRegion: "VLG", attributes: { sex: "F", education: "higher" } })],
      }),
      promotion("p3", "2027-06-01", {
        minSize: 3,
        zone: { municipalities: [], provinces: [], regions: ["WAL"], languageAreas: [] },
      }),
    ],
    candidates: [
      candidate("c1", ["m1"], { attributes: { sex: "F", education: "low" } }),
      candidate("c2", ["m1"], { attributes: M }),
      candidate("c3", ["m1", "m2"], { attributes: M, needs: ["ramp"], record: "exception-granted" }),
      candidate("c4", ["m2"], { attributes: F, residence: GENT }),
      candidate("c5", ["m3"], { attributes: F, available: { from: day("2026-10-01"), until: day("2027-01-01") } }),
      candidate("c6", ["m2"], { attributes: F, residence: BRUSSELS }),
      candidate("c7", ["m2"], {
        attributes: F,
        birthDate: day("1990-01-01"),
        served: true,
        record: "excluded",
        residence: LIEGE,
      }),
    ],
    pins: [pin({ candidate: "c6", kind: "reserve" })],
  },
  {
    regionalBalance: { targets: { VLG: 0.5, WAL: 0.5 }, tolerance: 0.1, mode: "soft", count: "round" },
    representativeness: [{ dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0.1, mode: "soft" }],
    crossRegion: { minimum: 1, mode: "soft" },
    lowSkilled: { dimension: "education", category: "low", minimum: 0.5 },
    deferralGround: "replacement",
    tiers: [
      { objectives: ["deferral-cap"], weights: [1], allowance: { absolute: 0 } },
      { objectives: ["placed"], weights: [1], allowance: { absolute: 0 } },
      { objectives: ["regional-balance"], weights: [1], allowance: { relative: 0.1 } },
      { objectives: ["worst-promotion"], weights: [1], allowance: { absolute: 1 } },
      { objectives: ["representativeness"], weights: [1], allowance: { relative: 0.5 } },
      { objectives: ["low-skilled"], weights: [1], allowance: { absolute: 0 } },
      { objectives: ["cross-region"], weights: [1], allowance: { absolute: 0 } },
      { objectives: ["delay"], weights: [1], allowance: { relative: 0.1 } },
      { objectives: ["wishes"], weights: [1], allowance: { absolute: 0 } },
      { objectives: ["cross-language"], weights: [1], allowance: { absolute: 0 } },
      { objectives: ["lottery"], weights: [1], allowance: { absolute: 0 } },
    ],
  },
);

const NEAREST = { date: "2026-10-01", promotions: ["p1"] };

/**
 * Everybody who can be is placed: c1 and c2 want the one place of m1, p1 has two seats. The tiers are proven up to the regional
 * balance; worst-promotion was found at 1 and may be 2.
 */
export const WORKED_RESULT: Result = {
  schema: "result/1",
  round: { id: "r", hash: "sha256:0" },
  state: "completed",
  quality: "feasible",
  stoppedBy: "steps",
  outcomes: [
    { candidate: "c1", outcome: "placed", promotion: "p1", missions: ["m1"], rank: 1, delayDays: 0, reason: null },
    {
      candidate: "c2",
      outcome: "reserve",
      reason: { code: "places", article: "13", selection: "only", nearest: NEAREST },
      offer: "priority-reserve-list",
      lastChance: false,
    },
    { candidate: "c3", outcome: "placed", promotion: "p1", missions: ["m2"], rank: 2, delayDays: 0, reason: null },
    {
      candidate: "c4",
      outcome: "deferred",
      promotion: "p2",
      missions: ["m2"],
      rank: 1,
      delayDays: 61,
      reason: { code: "size", article: "13", selection: "only", nearest: NEAREST, passed: [] },
      lastChance: false,
    },
    {
      candidate: "c5",
      outcome: "reserve",
      reason: { code: "no-fit", blocked: [{ missions: ["m3"], blocks: ["languages", "not-before"] }] },
      offer: "priority-reserve-list",
      lastChance: false,
    },
    {
      candidate: "c6",
      outcome: "reserve",
      reason: { code: "pin", nearest: NEAREST },
      offer: "priority-reserve-list",
      lastChance: false,
    },
    {
      candidate: "c7",
      outcome: "ineligible",
      issues: [
        { code: "age", article: "10, 1°" },
        { code: "once", article: "11 §1" },
        { code: "record", article: "11 §2-4" },
      ],
    },
  ],
  tiers: [
    { objectives: ["deferral-cap"], sense: "minimise", value: 0, bound: 0, gap: 0, quality: "proven-optimal" },
    { objectives: ["placed"], sense: "maximise", value: 3, bound: 3, gap: 0, quality: "proven-optimal" },
    { objectives: ["regional-balance"], sense: "minimise", value: 0, bound: 0, gap: 0, quality: "proven-optimal" },
    { objectives: ["worst-promotion"], sense: "minimise", value: 2, bound: 0, gap: 1, quality: "feasible" },
    { objectives: ["representativeness"], sense: "minimise", value: 2, bound: 1, gap: 0.5, quality: "feasible" },
    { objectives: ["low-skilled"], sense: "minimise", value: 1, bound: 1, gap: 0, quality: "feasible" },
    { objectives: ["cross-region"], sense: "maximise", value: 2, bound: 2, gap: 0, quality: "feasible" },
    { objectives: ["delay"], sense: "minimise", value: [61, 61], bound: [0, null], gap: [1, null], quality: "feasible" },
    { objectives: ["wishes"], sense: "minimise", value: [0, 1], bound: [0, 0], gap: [0, 1], quality: "feasible" },
    { objectives: ["cross-language"], sense: "maximise", value: 1, bound: null, gap: null, quality: "feasible" },
    // Drawn in the order c6, c1, c2, c4, c3: weights 5 to 1 times the misfortunes 0 (c1), 3 (c2), 1 (c3), 1 (c4), 2 (c6).
    { objectives: ["lottery"], sense: "minimise", value: 22, bound: null, gap: null, quality: "feasible" },
  ],
  promotions: [
    {
      id: "p1",
      size: 2,
      placed: 2,
      counts: { sex: { F: 1, M: 1 } },
      bands: { sex: { F: [1, 1], M: [1, 1] } },
      deviation: 0,
      crossRegion: 1,
    },
    {
      id: "p2",
      size: 2,
      placed: 1,
      counts: { sex: { F: 2, M: 0 } },
      bands: { sex: { F: [1, 1], M: [1, 1] } },
      deviation: 2,
      crossRegion: 1,
    },
    { id: "p3", size: 0, placed: 0, counts: { sex: { F: 0, M: 0 } }, bands: {}, deviation: 0, crossRegion: 0 },
  ],
  regions: {
    VLG: { placed: 2, band: [1, 2], deviation: 0 },
    WAL: { placed: 1, band: [1, 2], deviation: 0 },
  },
  missions: [
    { id: "m1", used: 1, conditions: [], warnings: [] },
    {
      id: "m2",
      used: 2,
      conditions: [{ candidate: "c3", needs: ["ramp"], languages: [] }],
      warnings: [{ candidate: "c3", code: "record" }],
    },
  ],
  indicators: { ranks: [2, 1, 0], placed: 2, deferred: 1, reserve: 3, ineligible: 1, representativeness: 0.5 },
  representation: [
    {
      dimension: "sex",
      applicants: { F: 4, M: 2 },
      served: { F: 2, M: 1 },
      before: { totalVariation: 1 / 6, chiSquared: null },
      after: { totalVariation: 1 / 6, chiSquared: null },
      selection: { totalVariation: 0, chiSquared: null },
    },
  ],
  issues: [],
  effectivePolicy: WORKED_ROUND.policy,
  locks: [
    { objectives: ["deferral-cap"], found: 0, allowance: 0, limit: 0 },
    { objectives: ["placed"], found: 3, allowance: 0, limit: 3 },
    { objectives: ["regional-balance"], found: 0, allowance: 0, limit: 0 },
    { objectives: ["worst-promotion"], found: 1, allowance: 1, limit: 2 },
    { objectives: ["representativeness"], found: 2, allowance: 1, limit: 3 },
    { objectives: ["low-skilled"], found: 1, allowance: 0, limit: 1 },
    { objectives: ["cross-region"], found: 2, allowance: 0, limit: 2 },
    { objectives: ["delay"], found: [61, 61], allowance: [6, 6], limit: [67, 67] },
  ],
  certificate: {
    engine: "1.0.0",
    profile: "be-2024-05-15",
    policyHash: policyHash(WORKED_ROUND.policy),
    seed: "r/1",
    solver: { name: "highs", version: "1.15.1" },
    limits: { seconds: 60, steps: 1000, threads: 1 },
    verified: true,
    guarantees: {
      G1: "holds",
      G2: "holds",
      G3: "holds",
      G4: "holds",
      G5: "holds",
      // p1 on 1 October is passed over for c4, for want of a seat.
      G6: "holds",
      G7: "holds",
      G8: "holds",
      G9: "holds",
      G10: "not-measured",
      G11: "holds",
      G12: "holds",
      G13: "not-measured",
    },
    measured: {
      G1: { subject: "rules", checked: 19, of: 19 },
      G2: { subject: "placements", checked: 3, of: 3 },
      // Three promotions; m1 and h1 in p1, m2 and h2 in p1, in both, in p2.
      G3: { subject: "places and sizes", checked: 11, of: 11 },
      G4: { subject: "promotions", checked: 2, of: 2 },
      G5: { subject: "deferrals", checked: 4, of: 4 },
      G6: { subject: "dates", checked: 1, of: 1 },
      G7: { subject: "pairs", checked: 0, of: 0 },
      G8: { subject: "cycles", checked: 0, of: 0, longest: 3 },
      G9: { subject: "pins", checked: 1, of: 1 },
      G10: { subject: "runs", checked: 0, of: 1 },
      G11: { subject: "deferrals", checked: 1, of: 1 },
      G12: { subject: "figures", checked: 292, of: 292 },
      G13: { subject: "bundles", checked: 0, of: 1 },
    },
    bounds: [],
  },
};

/** A JSON value a test may change at will. */
// biome-ignore lint/suspicious/noExplicitAny: the fixture is broken on purpose in every way a round can be wrong.
export type Loose = any;

const SMALL_ROUND = {
  schema: "round/1",
  id: "2026-autumn",
  profile: "be-2024-05-15",
  hosts: [
    {
      id: "h1",
      municipality: "62063",
      places: 4,
      approvedFrom: "2025-01-01",
      approvedUntil: null,
      unavailable: [
        { from: "2026-12-01", until: "2027-02-28" },
        { from: "2025-12-01", until: "2026-01-31" },
      ],
      offers: ["wheelchair-access", "sign-language"],
    },
    { id: "h2", municipality: "11056", approvedFrom: "2025-01-01", approvedUntil: "2029-12-31" },
    { id: "h3", region: "NRW", languageArea: "de" },
  ],
  missions: [
    {
      id: "m1",
      host: "h1",
      places: 2,
      municipality: "62063",
      from: "2026-09-01",
      until: "2027-12-31",
      occupied: [
        { from: "2026-06-01", until: "2026-11-30", places: 1 },
        { from: "2026-01-01", until: "2026-05-31", places: 2 },
      ],
      hoursPerWeek: 28,
      hoursPerDay: 7.6,
      domain: "environment",
      languages: ["nl", "fr"],
      offers: ["wheelchair-access", "quiet-room"],
      reservedFor: "c2",
    },
    { id: "m2", host: "h1", places: 1, hoursPerWeek: 12 },
    { id: "m3", host: "h2", places: 1, hoursPerWeek: 14 },
    { id: "m4", host: "h3", places: 3 },
  ],
  promotions: [
    {
      id: "p1",
      zone: {
        provinces: ["Liège", "Anvers"],
        municipalities: ["62063", "11007"],
        regions: ["WAL", "BRU"],
        languageAreas: ["fr", "de"],
      },
      start: "2026-10-05",
      end: "2027-04-04",
      minSize: 1,
      maxSize: 25,
      keepFree: 2,
      mustHold: false,
      members: [
        { candidate: "c77", missions: ["m8"], region: "BRU", missionRegion: "WAL", attributes: { sex: "F", education: "low" } },
        { candidate: "c76", missions: ["m4"], attributes: { sex: "M", education: "higher" } },
      ],
    },
    { id: "p2", zone: { regions: ["VLG"] }, start: "2027-02-01", end: "2027-07-31", maxSize: 25 },
  ],
  candidates: [
    {
      id: "c1",
      birthDate: "2006-03-14",
      municipality: "62063",
      languages: ["nl", "fr"],
      chosenStart: "2026-10-01",
      earliest: "2026-10-01",
      latest: "2027-06-01",
      choices: ["m1", { missions: ["m2", "m3"], travelHours: 2 }, "m4"],
      attributes: { sex: "F", education: "low", status: "job-seeker" },
      needs: ["wheelchair-access", "quiet-room"],
      record: "clear",
      served: false,
      reserveSince: null,
      deferrals: 0,
    },
    {
      id: "c2",
      birthDate: "2004-02-29",
      municipality: "71022",
      chosenStart: "2026-10-01",
      choices: [["m3", "m2"], "m1"],
      attributes: { sex: "M", education: "higher" },
      reserveSince: "2026-01-01",
      deferrals: 1,
    },
    {
      id: "c3",
      birthDate: "2005-02-28",
      region: "NRW",
      languageArea: "de",
      chosenStart: "2026-10-01",
      choices: [],
      attributes: { sex: "M", education: "higher" },
    },
  ],
  pins: [
    { candidate: "c2", promotion: "p1", missions: ["m2", "m3"] },
    { candidate: "c3", outcome: "reserve" },
    { candidate: "c1", not: { promotion: "p2" } },
  ],
  published: [
    { candidate: "c2", promotion: "p1", missions: ["m3", "m2"] },
    { candidate: "c1", promotion: "p1", missions: ["m4"] },
  ],
  policy: {
    regionalBalance: { targets: { VLG: 0.55, WAL: 0.33, BRU: 0.12 }, tolerance: 0.05, mode: "soft", count: "round" },
    representativeness: [
      { dimension: "sex", targets: { F: 0.49, M: 0.51 }, tolerance: 0.05, mode: "soft" },
      { dimension: "education", quotas: { low: { min: 0, max: 8 } }, mode: "hard" },
    ],
    crossRegion: null,
    lowSkilled: { dimension: "education", category: "low", minimum: 0.3 },
    needs: "impose",
    languages: "forbid",
    ageLimit: "until-25th-birthday",
    wishes: "sum",
    deferralGround: "composition",
    deferral: { maxCount: 1, maxDays: null },
    tiers: [
      { objectives: ["deferral-cap"] },
      { objectives: ["placed"] },
      { objectives: ["regional-balance"], allowance: { relative: 0.1 } },
      { objectives: ["worst-promotion", "representativeness"], weights: [10, 1], allowance: { absolute: 1 } },
      { objectives: ["delay"] },
      { objectives: ["wishes", "low-skilled"] },
    ],
  },
  seed: "2026-autumn/1",
  limits: { seconds: 60, threads: 2 },
};

/** A small well-formed round that uses every field of the contract. Each call gives a fresh copy. */
export function smallRound(): Loose {
  return structuredClone(SMALL_ROUND);
}

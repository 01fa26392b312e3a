import type { RoundJson } from "../engine/input/round-schema.ts";

type Given<K extends "promotions" | "candidates" | "missions"> = NonNullable<RoundJson[K]>[number];
type PolicyJson = NonNullable<RoundJson["policy"]>;
export type ObjectiveName = NonNullable<PolicyJson["tiers"]>[number]["objectives"][number];

/** Six months over all of Belgium, for one to nine citizens; `starting` on a Monday. */
export function promotionJson(
  id: string,
  start: string,
  end: string,
  over: Partial<Given<"promotions">> = {},
): Given<"promotions"> {
  return { id, zone: { regions: ["WAL", "VLG", "BRU"] }, start, end, minSize: 1, maxSize: 9, ...over };
}

/** Autumn, winter and spring; those of autumn and winter, and of winter and spring, are in service at the same time. */
export const AUTUMN = ["2026-10-05", "2027-04-04"] as const;
export const WINTER = ["2026-12-07", "2027-06-06"] as const;
export const SPRING = ["2027-03-01", "2027-08-31"] as const;

/** Twenty years old, of Liège, speaking French, from autumn on. */
export function candidateJson(
  id: string,
  choices: readonly string[],
  over: Partial<Given<"candidates">> = {},
): Given<"candidates"> {
  return {
    id,
    birthDate: "2006-03-14",
    municipality: "62063",
    languages: ["fr"],
    chosenStart: "2026-10-01",
    choices: [...choices],
    attributes: { sex: "F", education: "higher" },
    ...over,
  };
}

/** A mission in Liège (host h1), or at h2 in Gent or h3 in Eupen, with nine places and no language asked. */
export function missionJson(id: string, host = "h1", over: Partial<Given<"missions">> = {}): Given<"missions"> {
  return { id, host, places: 9, hoursPerWeek: 28, hoursPerDay: 7, languages: [], ...over };
}

/** A round of hosts in Liège, Gent and Eupen without composition targets; the objectives in order, `placed` among them. */
export function handMade(
  parts: Partial<RoundJson> & Pick<RoundJson, "candidates">,
  objectives: readonly ObjectiveName[],
  policy: Partial<PolicyJson> = {},
): RoundJson {
  return {
    schema: "round/1",
    id: "hand-made",
    profile: "be-2024-05-15",
    hosts: [
      { id: "h1", municipality: "62063" },
      { id: "h2", municipality: "44021" },
      { id: "h3", municipality: "63023" },
    ],
    missions: [missionJson("m1")],
    promotions: [promotionJson("p1", ...AUTUMN), promotionJson("p2", ...WINTER)],
    seed: "hand-made/1",
    ...parts,
    policy: {
      regionalBalance: null,
      representativeness: null,
      crossRegion: null,
      lowSkilled: null,
      deferralGround: "composition",
      ...policy,
      tiers: objectives.map((objective) => ({ objectives: [objective] })),
    },
  };
}

import type { PolicyJson, TierJson } from "../../engine/input/policy-schema.ts";
import type { Random } from "../generator/random.ts";

type Objective = TierJson["objectives"][number];

/** A random policy: some keys left to the profile, some switched off, tiers in any order. */
export function drawTinyPolicy(random: Random, threeMissions: boolean): PolicyJson {
  const parts: PolicyJson = {
    ...(random.chance(70) && { regionalBalance: drawBalance(random) }),
    representativeness: drawDimensions(random),
    ...(random.chance(40) && { crossRegion: random.chance(20) ? null : { minimum: random.whole(1, 2), mode: drawMode(random) } }),
    ...(random.chance(40) && { lowSkilled: random.chance(20) ? null : drawLowSkilled(random) }),
    ...(random.chance(60) && { deferral: random.chance(15) ? null : drawCaps(random) }),
    needs: random.pick(["impose", "forbid"]),
    languages: random.pick(["impose", "forbid"]),
    ...(random.chance(20) && { ageLimit: "until-25th-birthday" }),
    ...(random.chance(20) && { approvalCover: "start" }),
    ...(threeMissions && random.chance(10) && { choices: "exactly-three" }),
    wishes: random.pick(["generous", "greedy", "sum"]),
    ...(random.chance(30) && { deferralGround: "composition" }),
  };
  return random.chance(60) ? { ...parts, tiers: drawTiers(random, parts) } : parts;
}

const drawMode = (random: Random): "soft" | "hard" => (random.chance(8) ? "hard" : "soft");

function drawBalance(random: Random): PolicyJson["regionalBalance"] {
  if (random.chance(15)) return null;
  const targets = random.pick([
    { VLG: 0.552, WAL: 0.332, BRU: 0.116 },
    { VLG: 0.5, WAL: 0.5 },
    { VLG: 0.3334, WAL: 0.3333, BRU: 0.3333 },
    { BRU: 1 },
  ]);
  return { targets, tolerance: random.pick([0, 0.1, 0.3]), mode: drawMode(random) };
}

function drawDimensions(random: Random): PolicyJson["representativeness"] {
  if (random.chance(10)) return null;
  const tolerance = random.pick([0, 0.05, 0.1, 0.25]);
  const sex = { dimension: "sex", targets: random.pick([{ F: 0.492, M: 0.508 }, { F: 0.3, M: 0.7 }, { M: 1 }]), tolerance };
  const quotas = { low: { min: random.whole(0, 1), max: random.whole(1, 3) }, higher: { min: 0, max: random.whole(0, 2) } };
  const education = random.chance(50)
    ? { dimension: "education", quotas, mode: drawMode(random) }
    : { dimension: "education", targets: { low: 0.35, higher: 0.65 }, tolerance: random.pick([0, 0.2]), mode: drawMode(random) };
  return random.shuffled([{ ...sex, mode: drawMode(random) }, education]).slice(0, random.whole(0, 2));
}

function drawLowSkilled(random: Random): PolicyJson["lowSkilled"] {
  return { dimension: "education", category: "low", minimum: random.pick([0, 0.3, 0.5, 1]) };
}

function drawCaps(random: Random): PolicyJson["deferral"] {
  return { maxCount: random.pick([null, 0, 1, 2]), maxDays: random.pick([null, 0, 30, 365]) };
}

/** The objectives whose part of the policy is not switched off, in any order, some left out, some merged with others of one sense. */
function drawTiers(
  random: Random,
  { regionalBalance, representativeness, crossRegion, lowSkilled, deferral, wishes }: PolicyJson,
) {
  const lowered: Objective[] = [
    "changes",
    ...(deferral === null ? [] : ["deferral-cap" as const]),
    ...(regionalBalance === null ? [] : ["regional-balance" as const]),
    ...(representativeness === null ? [] : (["worst-promotion", "representativeness"] as const)),
    ...(lowSkilled === null ? [] : ["low-skilled" as const]),
    ...(wishes === "sum" ? ["wishes" as const] : []),
  ];
  const raised: Objective[] = ["reserve-priority", "cross-language", ...(crossRegion === null ? [] : ["cross-region" as const])];
  const lists: Objective[] = wishes === "sum" ? ["delay"] : ["delay", "wishes"];
  const groups = [...mergeSome(random, lowered), ...mergeSome(random, raised), ...lists.map((objective) => [objective])];
  const kept = groups.filter(() => random.chance(90)).map((objectives) => drawTier(random, objectives));
  return random.shuffled<TierJson>([{ objectives: ["placed"] }, ...kept]);
}

/** The objectives one by one, or two of them together. */
function mergeSome(random: Random, objectives: readonly Objective[]): Objective[][] {
  const order = random.shuffled(objectives);
  const together = random.chance(15) ? 2 : 1;
  return [order.slice(0, together), ...order.slice(together).map((objective) => [objective])];
}

function drawTier(random: Random, objectives: Objective[]): TierJson {
  const allowance = random.pick([{ absolute: 0 }, { absolute: 1 }, { absolute: 2 }, { relative: 0.1 }, { relative: 0.5 }]);
  return {
    objectives,
    ...(objectives.length > 1 && { weights: objectives.map(() => random.whole(1, 3)) }),
    ...(random.chance(30) && { allowance }),
  };
}

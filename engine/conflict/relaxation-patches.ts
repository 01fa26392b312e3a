import type { Pin, Round } from "../domain/round.ts";
import { MAX_PATCHES, type Patch } from "../input/patch-schema.ts";
import type { PinJson } from "../input/round-schema.ts";
import { at } from "../model/instance.ts";
import { type Relaxation, relaxedRound } from "./relaxation.ts";

/** Keys of the policy in which something can give way. */
const POLICY_KEYS = ["crossRegion", "regionalBalance", "representativeness"] as const;

/**
 * The patches of a scenario that make some relaxations together, in the order of the relaxations; `null` where a scenario may not have as
 * many. They belong to the set and not to its members: a patch replaces a key of the policy whole, with everything in it that gives way.
 */
export function relaxationPatches(round: Round, relaxations: readonly Relaxation[]): readonly Patch[] | null {
  const patches = [...relaxations.flatMap((one) => ofRelaxation(round, one)), ...ofPolicy(round, relaxations)];
  return patches.length > MAX_PATCHES ? null : patches;
}

function ofRelaxation({ pins }: Round, { kind, subject, to }: Relaxation): readonly Patch[] {
  const number = to ?? 0;
  const { promotion = "", mission = "", host = "", pin } = subject;
  switch (kind) {
    case "pin-dropped":
      return [{ kind: "unpinned", candidate: at(pins, Number(pin)).candidate, pin: pinJson(at(pins, Number(pin))) }];
    case "promotion-not-held":
      return [{ kind: "promotion-size", promotion, mustHold: false }];
    case "promotion-min-size":
      return [{ kind: "promotion-size", promotion, minSize: number }];
    case "promotion-max-size":
      return [{ kind: "promotion-size", promotion, maxSize: number }];
    case "mission-places":
      return [{ kind: "mission-places", mission, places: number }];
    case "host-places":
      return [{ kind: "host-places", host, places: number }];
    case "quota-min":
    case "quota-max":
    case "dimension-tolerance":
    case "region-tolerance":
    case "cross-region-minimum":
      return [];
  }
}

/** The keys of the policy that the relaxations change, each whole; those the round took from its profile are written out. */
function ofPolicy(round: Round, relaxations: readonly Relaxation[]): readonly Patch[] {
  const { policy } = relaxedRound(round, relaxations);
  const changed = POLICY_KEYS.filter((key) => policy[key] !== round.policy[key]);
  if (changed.length === 0) return [];
  return [{ kind: "policy-changed", set: Object.fromEntries(changed.map((key) => [key, policy[key]])) }];
}

/** A decision as a round states it. */
function pinJson(pin: Pin): PinJson {
  const { candidate } = pin;
  if (pin.kind === "reserve") return { candidate, outcome: "reserve" };
  const missions = pin.missions === null ? {} : { missions: [...pin.missions] };
  if (pin.kind === "place") return { candidate, promotion: pin.promotion, ...missions };
  return { candidate, not: { ...(pin.promotion === null ? {} : { promotion: pin.promotion }), ...missions } };
}

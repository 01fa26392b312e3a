import type { Outcome } from "../../../engine/domain/result.ts";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import { missionsOf } from "./choices-made.tsx";
import type { Joined } from "./joined.ts";

type Helpful = Extract<Patch, { kind: "mission-places" | "promotion-size" }>;

/** Single changes that could have helped somebody: one place more at each mission chosen, one seat more in each promotion on the nearest date. */
export function helpfulChanges(candidate: CandidateJson, outcome: Outcome, joined: Joined): readonly Helpful[] {
  const missions = [...new Set(candidate.choices.flatMap((choice) => missionsOf(choice)))];
  const nearest =
    "reason" in outcome && outcome.reason !== null && "nearest" in outcome.reason
      ? (outcome.reason.nearest?.promotions ?? [])
      : [];
  return [
    ...missions.flatMap((id): readonly Helpful[] => {
      const places = joined.missions.get(id)?.places;
      return places === undefined ? [] : [{ kind: "mission-places", mission: id, places: places + 1 }];
    }),
    ...nearest.flatMap((id): readonly Helpful[] => {
      const maxSize = joined.promotions.get(id)?.maxSize;
      return maxSize === undefined ? [] : [{ kind: "promotion-size", promotion: id, maxSize: maxSize + 1 }];
    }),
  ];
}

import type { Result } from "../../domain/result.ts";
import { hasPlace } from "../candidate-next.ts";

/** Candidates this result places, per mission and per promotion. */
export interface Occupants {
  readonly ofMission: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ofPromotion: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Who has a place where. */
export function occupantsOf({ outcomes }: Result): Occupants {
  const [ofMission, ofPromotion] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const put = (map: Map<string, Set<string>>, key: string, candidate: string) => {
    const there = map.get(key);
    if (there === undefined) map.set(key, new Set([candidate]));
    else there.add(candidate);
  };
  for (const outcome of outcomes) {
    if (!hasPlace(outcome)) continue;
    put(ofPromotion, outcome.promotion, outcome.candidate);
    for (const mission of outcome.missions) put(ofMission, mission, outcome.candidate);
  }
  return { ofMission, ofPromotion };
}

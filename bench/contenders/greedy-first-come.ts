import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import type { Contender } from "./contender.ts";
import { byId, firstCome } from "./first-come.ts";

/** First come, first served once. A round tells no moments of application: the order is that of the candidates' ids. */
export const greedyFirstCome: Contender = {
  name: "greedy-first-come",
  optimises: false,
  run: async ({ round }) => {
    const instance = buildInstance(round);
    const placements = firstCome(instance)(byId(instance)).map((arc) => placementOf(instance, arc));
    return { end: "complete", placements, stages: [], moments: [], solver: null, remark: "" };
  },
};

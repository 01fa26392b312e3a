import { randomFrom } from "../../datasets/generator/random.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import type { Placement } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { compareValues, tierValues } from "../campaign/tier-values.ts";
import type { Answer, Contender } from "./contender.ts";
import { byId, firstCome } from "./first-come.ts";

const RESTARTS = 300;

/** First come, first served in 300 random orders; the best by the values of the tiers, in their order, is kept. */
export const randomRestarts: Contender = {
  name: "random-restarts",
  optimises: false,
  run: async ({ round }, { seconds, seed, now, reached }) => {
    const instance = buildInstance(round);
    const place = firstCome(instance);
    const random = randomFrom(seed);
    let best: Kept | null = null;
    for (let done = 1; done <= RESTARTS; done++) {
      const placements = place(random.shuffled(byId(instance))).map((arc) => placementOf(instance, arc));
      const kept = { placements, values: tierValues(round, placements) };
      if (best === null || compareValues(round, kept.values, best.values) < 0) {
        best = kept;
        reached(answerOf(best, "limit", `${done} restarts`));
      }
      if (done < RESTARTS && now() >= seconds) return answerOf(best, "limit", `${done} restarts`);
    }
    return answerOf(best, "complete", "");
  },
};

interface Kept {
  readonly placements: readonly Placement[];
  readonly values: ReturnType<typeof tierValues>;
}

function answerOf(best: Kept | null, end: Answer["end"], remark: string): Answer {
  return { end, placements: best?.placements ?? [], stages: [], moments: [], solver: null, remark };
}

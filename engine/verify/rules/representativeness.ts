import { breaks, type Check } from "../check.ts";
import { compositionOf } from "../composition.ts";

/** Art. 23 §3: in every promotion this round places someone in, each category of a hard dimension lies in its band or quota. */
export const representativeness: Check = (casefile) => {
  const hard = new Set(
    (casefile.round.policy.representativeness ?? []).filter(({ mode }) => mode === "hard").map(({ dimension }) => dimension),
  );
  if (hard.size === 0) return [];
  return casefile.round.promotions
    .filter(({ id }) => casefile.placedIn.has(id))
    .flatMap((promotion) =>
      compositionOf(casefile, promotion)
        .shares.filter(({ dimension, deviation }) => hard.has(dimension) && deviation > 0)
        .map(({ dimension, category, count, band }) =>
          breaks(
            "representativeness",
            { promotion: promotion.id, dimension, category },
            `${count} persons outside the band ${band[0]} to ${band[1]}`,
          ),
        ),
    );
};

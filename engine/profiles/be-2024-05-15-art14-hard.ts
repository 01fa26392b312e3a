import type { Policy } from "../domain/policy.ts";
import { be20240515 } from "./be-2024-05-15.ts";
import type { Profile } from "./profile.ts";
import { readingsUnder } from "./readings.ts";

/**
 * The tier `cross-region` is left out: where every promotion held has somebody from elsewhere, its value is the number of promotions
 * held, and it would only make the engine hold more and smaller ones.
 */
const defaults: Policy = {
  ...be20240515.defaults,
  crossRegion: { minimum: 1, mode: "hard" },
  tiers: be20240515.defaults.tiers.filter(({ objectives }) => !objectives.includes("cross-region")),
};

/** The same law as it would stand after a royal decree under Art. 14 §2, second paragraph: somebody in every promotion must serve elsewhere. */
export const be20240515Art14Hard: Profile = {
  ...be20240515,
  id: "be-2024-05-15-art14-hard",
  status: `Hypothetical: the royal decree that Art. 14 §2, second paragraph, allows after the evaluation of the law; none is known. The law itself: ${be20240515.status}`,
  defaults,
  readings: readingsUnder(defaults),
};

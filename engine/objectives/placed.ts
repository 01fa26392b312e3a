import { candidatesWhoCould, placementsThat } from "./counting.ts";
import { maximising, sumEntry } from "./objective.ts";

const anybody = () => true;

/** Art. 13: as many candidates as possible serve. `placed = sum of x`, maximised. */
export const placed = maximising(
  "placed",
  sumEntry(
    (instance) => placementsThat(instance, anybody),
    (instance) => candidatesWhoCould(instance, anybody),
  ),
);

import type { Opening } from "../model/instance.ts";
import { candidatesWhoCould, placementsThat } from "./counting.ts";
import { maximising, sumEntry } from "./objective.ts";

const elsewhere = (arc: Opening) => arc.crossLanguage;

/** Art. 14 §1: service at a host in another language area than that of residence. `sum of x over such arcs`, maximised. */
export const crossLanguage = maximising(
  "cross-language",
  sumEntry(
    (instance) => placementsThat(instance, elsewhere),
    (instance) => candidatesWhoCould(instance, elsewhere),
  ),
);

import type { Candidate } from "../domain/round.ts";
import type { Opening } from "../model/instance.ts";
import { candidatesWhoCould, placementsThat } from "./counting.ts";
import { maximising, sumEntry } from "./objective.ts";

const waitsSinceEarlier = (_: Opening, candidate: Candidate) => candidate.reserveSince !== null || candidate.deferrals > 0;

/** Art. 13 al. 2: who comes from the priority reserve list or was deferred before comes first. `sum of x over them`, maximised. */
export const reservePriority = maximising(
  "reserve-priority",
  sumEntry(
    (instance) => placementsThat(instance, waitsSinceEarlier),
    (instance) => candidatesWhoCould(instance, waitsSinceEarlier),
  ),
);

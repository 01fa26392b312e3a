import type { Measure } from "../measure.ts";

/** Art. 13, second paragraph: placed candidates who come from the priority reserve list or were deferred before. */
export const reservePriority: Measure = {
  sense: () => "maximise",
  value: ({ services }) => services.filter(({ candidate }) => candidate.reserveSince !== null || candidate.deferrals > 0).length,
};

import type { Measure } from "../measure.ts";

/** Art. 13: candidates placed in the horizon, on their nearest date or later. */
export const placed: Measure = { sense: () => "maximise", value: ({ services }) => services.length };

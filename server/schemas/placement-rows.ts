import { z } from "zod";

/** What was decided, one row per candidate. */
export const placementRowsSchema = z.strictObject({
  placements: z.array(
    z.strictObject({
      candidate: z.string(),
      outcome: z.enum(["placed", "deferred", "reserve", "ineligible"]),
      promotion: z.string().nullable(),
      missions: z.array(z.string()),
      rank: z.int().nullable(),
      delayDays: z.int().nullable(),
      reason: z.string().nullable().describe("Code of the reason, where somebody waits"),
    }),
  ),
});

import { z } from "zod";

/** `bundle/1` for the documentation; `engine/bundle/bundle.ts` says what each part is and how the chain is made. */
export const documentedBundle = z.strictObject({
  schema: z.literal("bundle/1"),
  entries: z.array(
    z.strictObject({
      part: z.string(),
      digest: z.string().describe("SHA-256 of salt, newline, canonical payload"),
      salt: z.string().optional().describe("Gone, with the payload, once retention has erased it"),
      payload: z.unknown().optional(),
    }),
  ),
  head: z.string().describe("Last link of the chain over parts and digests"),
});

import { z } from "zod";
import { id } from "../../engine/input/atoms.ts";
import { patchesSchema } from "../../engine/input/patch-schema.ts";
import { type RoundCheck, storedRoundSchema } from "./round.ts";

/** The body of `POST /v1/rounds/{id}/scenarios`. */
export const scenarioRequestSchema = z.strictObject({
  id: id.optional().describe("The new round's own id; without it the parent's with a digest of the patches"),
  patches: patchesSchema,
});

/** What a patch took along without naming it. */
const consequence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pin-dropped"), candidate: z.string(), patch: z.int() }),
  z.strictObject({ kind: z.literal("published-dropped"), candidate: z.string(), patch: z.int() }),
  z.strictObject({ kind: z.literal("mission-closed"), mission: z.string(), patch: z.int() }),
]);

const lineage = z.strictObject({ patches: patchesSchema, consequences: z.array(consequence) });

/** A stored scenario: a round with its parent, and how it was made. */
export const scenarioSchema = storedRoundSchema.extend({ lineage });

/** What a scenario comes to, to be stored. */
export interface AcceptedScenario {
  readonly check: RoundCheck;
  readonly lineage: z.infer<typeof lineage>;
}

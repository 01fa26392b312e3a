import { z } from "zod";
import { FILE_NAMES } from "../imports/columns.ts";

const file = z.string().meta({ format: "binary" });
const optionalFiles = Object.fromEntries(FILE_NAMES.map((name) => [name, file.optional()]));

/** The parts of `POST /v1/imports`, for the documentation: a reader process takes them apart. */
export const importFormSchema = z.strictObject({
  id: z.string().describe("The round's own id"),
  profile: z.string().optional().describe("be-2024-05-15 where it is left out"),
  policy: z.string().optional().describe("The policy as JSON"),
  seed: z.string().optional(),
  ...optionalFiles,
  workbook: file.optional().describe("One .xlsx with a sheet for each file, in place of files"),
});

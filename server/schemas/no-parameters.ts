import { z } from "zod";

/** For routes without query parameters: one that is given is an error, never dropped. */
export const noParameters = z.strictObject({});

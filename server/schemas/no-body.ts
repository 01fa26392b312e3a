import { z } from "zod";

/** An answer that is only its status: 204, or 304 to a caller who has this version already. */
export const NO_BODY = z.null();

import { join } from "node:path";

/** Where the built page lies; not kept in the repository. */
export const BUILT_PAGE: string = join(import.meta.dirname, "dist");

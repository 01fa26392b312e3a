import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/** Beside the packages, whose owner it has; where it cannot be written nothing is kept, and nothing else changes. */
export const COMPILE_CACHE = fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));

/** Keeps the compiled code of modules loaded from now on. */
export function cacheCompiled(): void {
  enableCompileCache(COMPILE_CACHE);
}

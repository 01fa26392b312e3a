import { defineConfig } from "vitest/config";

const SLOW = "test/**/*.slow.test.ts";
const LONG = "test/**/*.long.test.ts";

/**
 * Fast tests share their modules, file after file in one process: half of their processor time was imports. So none of them may leave
 * anything behind in a module or in the environment.
 *
 * `fast` is what `npm run check` runs; `npm test` runs all that is not `long`; continuous integration runs everything.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "fast", isolate: false, include: ["test/**/*.test.ts"], exclude: [SLOW, LONG] } },
      { extends: true, test: { name: "slow", include: [SLOW], testTimeout: 240_000 } },
      { extends: true, test: { name: "long", include: [LONG], testTimeout: 240_000 } },
    ],
  },
});

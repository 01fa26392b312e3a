import { defineConfig } from "vitest/config";

const SLOW = "test/**/*.slow.test.ts";
const LONG = "test/**/*.long.test.ts";

/** `fast` is what `npm run check` runs; `npm test` runs all that is not `long`; continuous integration runs everything. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "fast", include: ["test/**/*.test.ts"], exclude: [SLOW, LONG] } },
      { extends: true, test: { name: "slow", include: [SLOW], testTimeout: 240_000 } },
      { extends: true, test: { name: "long", include: [LONG], testTimeout: 240_000 } },
    ],
  },
});

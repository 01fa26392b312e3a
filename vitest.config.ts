import { defineConfig } from "vitest/config";

const SLOW = "test/**/*.slow.test.ts";

/** `fast` is what `npm run check` runs; `npm test` runs both. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "fast", include: ["test/**/*.test.ts"], exclude: [SLOW] } },
      { extends: true, test: { name: "slow", include: [SLOW], testTimeout: 240_000 } },
    ],
  },
});

import { expect, test } from "vitest";
import { killCampaign } from "../../bench/reliability/kill-campaign.ts";
import { STORE_KINDS, scratchStore } from "../store/scratch-store.ts";

/** R1 in short; at full size it is `npm run reliability -- R1`, and its figures are in docs/reliability.md. */
test.each(STORE_KINDS)(
  "killed at random instants on the %s store, nothing that was acknowledged is lost, made twice or completed twice",
  async (kind) => {
    const scratch = await scratchStore(kind);
    try {
      const report = await killCampaign({
        environment: scratch.environment,
        openStore: scratch.open,
        ...{ serverKills: 1, solverKills: 1, workerKills: kind === "postgres" ? 1 : 0 },
        ...{ workers: kind === "postgres" ? 1 : 0, clients: 2, seed: 7 },
      });
      console.log(
        `${kind}: ${report.acknowledged} runs in ${report.attempts} attempts, ready again after ${report.readyAgain} ms`,
      );
      expect(report).toMatchObject({
        ...{ lost: 0, duplicated: 0, completedTwice: 0, notCompleted: [], withoutResult: 0 },
        auditHolds: true,
      });
      expect(report.acknowledged).toBeGreaterThan(0);
    } finally {
      await scratch.remove();
    }
  },
);

import { expect, test } from "vitest";
import { modelCampaign } from "../../bench/reliability/model/model-campaign.ts";
import { STORE_KINDS, scratchStore } from "../store/scratch-store.ts";

/** R6 in short; at full size it is `npm run reliability -- R6`, and its figures are in docs/reliability.md. */
test.each(STORE_KINDS)(
  "calls in any order, with kills among them, are answered as the reference model does, on the %s store",
  async (kind) => {
    const scratch = await scratchStore(kind);
    try {
      const { environment, open: openStore } = scratch;
      const report = await modelCampaign({ environment, openStore, steps: 60, killOneIn: 20, seed: 3 });
      expect(report.divergence).toBeNull();
      expect(report.steps).toBe(60);
      expect(report.kills).toBeGreaterThan(0);
    } finally {
      await scratch.remove();
    }
  },
);

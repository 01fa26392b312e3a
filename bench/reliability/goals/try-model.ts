import { scratchStore } from "../../../test/store/scratch-store.ts";
import { modelCampaign } from "../model/model-campaign.ts";
import type { TryGoal } from "./goal-options.ts";

/** R6: sequences of calls with kills among them are answered as a small reference model answers them. */
export const tryModel: TryGoal = async ({ store, steps, seed }) => {
  const scratch = await scratchStore(store);
  const { environment, open: openStore } = scratch;
  const report = await modelCampaign({ environment, openStore, steps, killOneIn: 12, seed });
  await scratch.remove();
  return { broken: report.divergence !== null, figures: { store, seed, ...report } };
};

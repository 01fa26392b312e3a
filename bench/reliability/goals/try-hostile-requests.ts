import { startLoadedService } from "../../http/loaded-service.ts";
import { hostileCampaign } from "../hostile/hostile-campaign.ts";
import type { TryGoal } from "./goal-options.ts";

/** R5: whatever is sent, no answer is a failure, and every refusal is a problem document with valid pointers. */
export const tryHostileRequests: TryGoal = async ({ requests, seed }) => {
  const service = await startLoadedService("admin");
  const report = await hostileCampaign(service, requests, seed);
  await service.close();
  return { broken: report.counterexample !== null, figures: report };
};

import { soakCampaign } from "../soak-campaign.ts";
import { say, type TryGoal } from "./goal-options.ts";

/** What may come on top by chance: a heap that is collected later, a connection more. */
const MEMORY_RATIO = 1.15;
const MORE_HANDLES = 10;
const MORE_LOG_MEGABYTES = 4;

/** R9: after minutes of load, memory, open handles and the write-ahead log are what they were. */
export const trySoak: TryGoal = async ({ seconds }) => {
  const { samples, ...figures } = await soakCampaign(seconds, (sample) => say(JSON.stringify(sample)));
  const { before, after } = figures;
  const isFlat =
    after.memory <= before.memory * MEMORY_RATIO &&
    after.handles <= before.handles + MORE_HANDLES &&
    after.log <= before.log + MORE_LOG_MEGABYTES;
  return { broken: !isFlat, figures: { ...figures, samples: samples.length } };
};

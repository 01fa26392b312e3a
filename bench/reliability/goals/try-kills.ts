import { scratchStore } from "../../../test/store/scratch-store.ts";
import { thisMachine } from "../../campaign/machine.ts";
import { killCampaign } from "../kill-campaign.ts";
import { type KillPiece, keepPiece, summaryOf } from "../kill-pieces.ts";
import { say, type TryGoal } from "./goal-options.ts";

/** R1 and R2: killed at any instant, nothing acknowledged is lost, made twice or completed twice, and the service is soon ready again. */
export const tryKills: TryGoal = async ({ store, kills, seed, within, into }) => {
  const isShared = store === "postgres";
  const scratch = await scratchStore(store);
  const report = await killCampaign({
    environment: scratch.environment,
    openStore: scratch.open,
    serverKills: kills.server,
    solverKills: kills.solver,
    workerKills: isShared ? kills.worker : 0,
    workers: isShared ? 2 : 0,
    clients: 4,
    seed,
    ...(within === null ? {} : { within }),
    onKill: (count, ready) => say(`kill ${count}${ready === null ? "" : `, ready again in ${Math.round(ready)} ms`}`),
  });
  await scratch.remove();
  const { cpu, cores, node } = thisMachine();
  const date = new Date().toISOString().slice(0, 10);
  const piece: KillPiece = { date, machine: `${cpu}, ${cores} cores, Node ${node}`, store, seed, ...report };
  // A campaign can be run in pieces: each is a line of the file, and the figures are those of all its pieces on this store.
  const pieces = into === null ? [piece] : keepPiece(into, piece);
  const summary = summaryOf(pieces.filter((one) => one.store === store));
  return { broken: summary.broken > 0, figures: { store, ...summary } };
};

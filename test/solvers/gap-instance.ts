import { readFileSync } from "node:fs";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import { modelOf, type Row } from "./model-of.ts";

const FOLDER = new URL("../../datasets/gap/", import.meta.url);

/** The proven minimum of each shipped instance, by name. */
export const GAP_OPTIMA: ReadonlyMap<string, number> = new Map(
  readFileSync(new URL("optima.csv", FOLDER), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([name = "", , , optimum]) => [name, Number(optimum)]),
);

/**
 * A generalised assignment instance; x[i,j] = 1 where agent i does job j, column i * jobs + j:
 *
 *     minimise  sum cost[i,j] x[i,j]   where   sum_i x[i,j] = 1 for each job,  sum_j use[i,j] x[i,j] <= capacity[i] for each agent
 */
export function gapInstance(name: string): LinearModel {
  const numbers = readFileSync(new URL(name, FOLDER), "utf8").trim().split(/\s+/).map(Number);
  const [agents = 0, jobs = 0] = numbers;
  const cells = agents * jobs;
  const costs = numbers.slice(2, 2 + cells);
  const uses = numbers.slice(2 + cells, 2 + 2 * cells);
  const capacities = numbers.slice(2 + 2 * cells);
  const cellsOf = (agent: number) => Array.from({ length: jobs }, (_, job) => agent * jobs + job);
  const assign = Array.from({ length: jobs }, (_, job): Row => {
    const cellsOfJob = Array.from({ length: agents }, (_, agent) => [agent * jobs + job, 1]);
    return [1, Object.fromEntries(cellsOfJob), 1];
  });
  const fit = capacities.map((capacity, agent): Row => {
    return [-Infinity, Object.fromEntries(cellsOf(agent).map((cell) => [cell, uses[cell] ?? 0])), capacity];
  });
  return modelOf({ columns: costs.map((cost) => ({ cost })), rows: [...assign, ...fit] });
}

import type { Round } from "../../domain/round.ts";
import { formulateLoosely, type StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { Origin } from "../../model/linear-model.ts";
import type { SearchPorts } from "../search-ports.ts";
import type { RowSubject } from "./coupling.ts";
import type { Lagrangian } from "./lagrangian.ts";
import { isPriced } from "./relaxation.ts";

/** The linear program of a stage under the locks before it, and what it may take. */
export interface StageProgram {
  readonly instance: Instance;
  readonly stage: Stage;
  readonly locks: readonly StageLock[];
  readonly maxSteps: number;
  readonly maxSeconds: number;
}

/** Multipliers from a linear program, or `null` where it was cut short. */
export interface LinearPrices {
  readonly multipliers: Float64Array | null;
  /** Share of a person that its answer has on each arc; none where it was cut short. */
  readonly shares: Float64Array;
  readonly steps: number;
}

/**
 * Multipliers of whole compositions at the duals of the stage's linear program, less what the relaxation leaves out: what they prove is at least the value of
 * that program, as compositions are chosen whole instead of in parts. Subgradients come there only after very many evaluations where
 * locks are tight (bench/LESSONS.md).
 */
export async function linearPrices(
  { relaxation, size, totalAt, project }: Lagrangian,
  { instance, stage, locks, maxSteps, maxSeconds }: StageProgram,
  ports: SearchPorts,
): Promise<LinearPrices> {
  const priced = locks.filter((lock) => isPriced(instance, lock));
  const { model } = formulateLoosely(instance, priced, stage, []);
  const colUpper = model.colUpper.slice().fill(0, 0, instance.arcs.count);
  for (const { arcs } of relaxation.blocks) for (const arc of arcs) colUpper[arc] = at(model.colUpper, arc);
  const answer = await ports.solver.solve(
    { ...model, colUpper, integrality: new Int32Array(model.numCols) },
    { interior: true, maxSteps, maxSeconds, onProgress: () => ports.cancelled?.() ?? false },
  );
  const { steps } = answer;
  if (answer.status !== "optimal" || answer.duals === undefined) return { multipliers: null, shares: new Float64Array(0), steps };
  const prices = sumsByKey(model.rowOrigins, answer.duals, stage.sense === "minimise" ? 1 : -1);
  const priceOf = (key: string) => prices.get(key) ?? 0;
  // Where the number of placements is open, the second of its rows takes the arcs from it.
  const total = prices.has(TOTAL_OF_ARCS) ? -priceOf(TOTAL_OF_ARCS) : priceOf(TOTAL);
  const { rows, balance, elsewhere } = relaxation;
  const multipliers = new Float64Array(size);
  rows.forEach(({ about }, i) => {
    const own = priceOf(keyOf(about, instance.round));
    multipliers[i] = about.kind === "lock" && about.isPlaced ? own + total : own;
  });
  balance?.regions.forEach((region, r) => {
    multipliers[rows.length + r] = priceOf(`region ${region}`);
  });
  if (totalAt >= 0 && relaxation.totalLock !== null) multipliers[totalAt] = -priceOf(lockKey(relaxation.totalLock));
  if (elsewhere !== null) multipliers[size - 1] = priceOf(lockKey(elsewhere.lock));
  project(multipliers);
  return { multipliers, shares: answer.point.slice(0, instance.arcs.count), steps };
}

const TOTAL = "total";
const TOTAL_OF_ARCS = "total of arcs";
const lockKey = ({ tier, entry }: { readonly tier: number; readonly entry: number }) => `lock ${tier} ${entry}`;

function keyOf(about: RowSubject, { candidates, promotions }: Round): string {
  switch (about.kind) {
    case "candidate":
      return `candidate ${at(candidates, about.candidate).id}`;
    case "elsewhere":
      return `elsewhere ${at(promotions, about.promotion).id}`;
    case "lock":
      return lockKey(about);
    case "place":
      return placeKey(about.subject);
  }
}

const placeKey = ({ mission = "", host = "", day = "" }: Readonly<Record<string, string>>) => `place ${mission} ${host} ${day}`;

/** Duals added up by what their rows are about. */
function sumsByKey(origins: readonly Origin[], duals: Float64Array, sign: 1 | -1): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  origins.forEach((origin, row) => {
    const key = keyOfOrigin(origin, sums);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + sign * at(duals, row));
  });
  return sums;
}

/** What a row's dual is the price of; `null` where a composition settles it by itself. */
function keyOfOrigin({ source, subject, definition }: Origin, seen: ReadonlyMap<string, number>): string | null {
  switch (source) {
    case "one-place":
      return `candidate ${subject.candidate}`;
    case "mission-capacity":
      return placeKey(subject);
    case "lock":
      return lockKey({ tier: Number(subject.tier) - 1, entry: Number(subject.entry) - 1 });
    case "regional-balance":
      if (subject.region !== undefined) return `region ${subject.region}`;
      return seen.has(TOTAL) ? TOTAL_OF_ARCS : TOTAL;
    case "cross-region": {
      // The second row of a promotion, that it counts only where it is held, is its block's own.
      const key = `elsewhere ${subject.promotion}`;
      return definition === true && !seen.has(key) ? key : null;
    }
    default:
      return null;
  }
}

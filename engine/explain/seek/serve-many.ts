import { at } from "../../model/instance.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Witness } from "../walk/walk.ts";
import type { Tour } from "../walk/walk-waves.ts";

type Served = ReadonlyMap<number, Witness>;
/** Serves many demands at once with so many of the first stages kept: placements by index of the demand. */
export type Serve = (base: BaseRun, demands: readonly Demand[], keeping: number) => Served | Promise<Served>;

/** Demands, how many stages each can keep at most, and the best placements known. */
export type Serving = Pick<Tour, "base" | "demands" | "most" | "witnesses">;

/**
 * Placements that serve many demands of a range at once with so many stages kept, for those that can keep no more, as far as is known, and whose best
 * placement known keeps fewer.
 */
export async function serveMany(
  { base, demands, most, witnesses }: Serving,
  [first, end]: readonly [number, number],
  serve: Serve | undefined,
  keeping: number = base.stages.length,
): Promise<void> {
  if (serve === undefined) return;
  const isOpen = (i: number) => at(most, i) === keeping && at(demands, i).arcs.length > 0 && (witnesses[i]?.kept ?? -1) < keeping;
  const open = [...demands.keys()].slice(first, end).filter(isOpen);
  const asked = open.map((i) => at(demands, i));
  for (const [k, witness] of await serve(base, asked, keeping)) witnesses[at(open, k)] = witness;
}

/** The same for those who are shown to break a stage at the latest: a placement that keeps all before it establishes their price. */
export async function serveBroken(of: Serving, range: readonly [number, number], serve: Serve | undefined): Promise<void> {
  const stages = new Set(of.most.slice(...range).filter((most) => most < of.base.stages.length));
  for (const stage of [...stages].toSorted((a, b) => b - a)) await serveMany(of, range, serve, stage);
}

import type { Ground, ReasonPrice } from "../../domain/reason.ts";
import { at } from "../../model/instance.ts";
import { arcsForbiddenByPins } from "../../rules/pins.ts";
import type { Solver } from "../../solvers/solver.ts";
import { type BaseRun, beatsBase, tierName } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { type Price, priceOf } from "../price/price.ts";
import { conflictOf } from "./conflict-of.ts";
import { drawOf } from "./draw-of.ts";
import { articleOf, groundOfRules, groundOfTier, isOnlyComposition } from "./ground-codes.ts";
import { whoMakesWay, withNobodyWorse } from "./no-worse.ts";
import { seatTaken } from "./seat-taken.ts";
import { whatIsFull } from "./what-is-full.ts";

/** What an explanation works with. */
export interface Workshop {
  readonly base: BaseRun;
  readonly solver: Solver;
  readonly effort: Effort;
}

/** Why a candidate has none of some arcs of theirs. */
export interface Question {
  readonly candidate: number;
  readonly wanted: readonly number[];
  /** They are placed later in the base run, so that Art. 23 §3 can be meant. */
  readonly deferred: boolean;
  /** A lawful placement that gives them one, if known. */
  readonly start?: readonly number[] | null;
  /** What it costs, if known. */
  readonly price?: Price;
  /** Places and seats are known not to suffice for it with nobody worse off. */
  readonly never?: boolean;
}

/** A ground with what it was found by. */
export interface FoundGround {
  readonly ground: Ground;
  /** The price of the alternative for the candidate alone; `null` where pins left nothing to ask. */
  readonly price: Price | null;
  /** Candidates worse off in the placement that gives the alternative without breaking anything. */
  readonly makeWay: readonly number[];
  /** A lawful placement met on the way that is better than the base run's. */
  readonly better: readonly number[] | null;
}

/**
 * Why a candidate has none of `wanted` (arcs of theirs). The ground is the first tier that breaks when they have one of them and
 * everybody else is re-optimised. If nothing breaks, others would make way who are exchangeable with them: asked is then what breaks
 * when the candidate has it and nobody is worse off. That is the ground of all of them, and the draw only selected.
 */
export async function groundOf(
  workshop: Workshop,
  { candidate, wanted, deferred, start, price: known, never }: Question,
): Promise<FoundGround> {
  const { base } = workshop;
  const { instance } = base;
  const { id } = at(instance.round.candidates, candidate);
  const alone = { price: null, makeWay: [], better: null };
  const pins = instance.round.pins.filter((pin) => pin.candidate === id);
  const barred = arcsForbiddenByPins(instance);
  const arcs = wanted.filter((arc) => !barred.has(arc));
  if (arcs.length === 0 || pins.some(({ kind }) => kind === "place")) return { ...alone, ground: { code: "pin" } };
  const demand: Demand = { candidate, arcs };
  const price = known ?? (await priceOf(base, [demand], { ...workshop, start: start ?? null }));
  const better = betterOf(base, price);
  if (price.status !== "free") {
    const ground = await named(workshop, [demand], price, { deferred });
    const selection = ground.code === "not-established" ? {} : { selection: "only" as const };
    return { ground: { ...ground, ...selection }, price, makeWay: [], better };
  }
  // To list what everybody may have instead takes long, and is for programs only.
  const all = workshop.effort.isLeft() ? withNobodyWorse(instance, base.arcs, demand) : [demand];
  const together: Price = never === true ? { status: "unlawful", room: true } : await priceOf(base, all, workshop);
  const ground = await named(workshop, all, together, { deferred });
  const lot = { selection: "lottery", draw: drawOf(instance.round, id) } as const;
  return {
    ground: ground.code === "not-established" ? { code: "lottery", ...lot } : { ...ground, ...lot },
    price,
    makeWay: whoMakesWay(instance, base.arcs, price.arcs),
    better: better ?? betterOf(base, together),
  };
}

/** The ground that the price of some demands is, those of the candidate first. */
async function named(
  workshop: Workshop,
  demands: readonly Demand[],
  price: Price,
  { deferred }: Pick<Question, "deferred">,
): Promise<Omit<Ground, "selection" | "draw">> {
  const { instance, stages, arcs } = workshop.base;
  const { round } = instance;
  const wanted = at(demands, 0);
  if (price.status === "unlawful") {
    if (price.room === true) {
      const full = whatIsFull(instance, arcs, wanted.candidate, wanted.arcs);
      if (full !== null) return { code: full, ...articleOf(round, full) };
    }
    const rules = await conflictOf(workshop.base, demands, workshop);
    if (rules === null) return { code: "not-established" };
    // Where these rules leave no room, what is full in the placement itself tells places and seats apart, for all to see.
    const full = rules.includes("mission-capacity") || rules.includes("promotion-size");
    const code = (full ? whatIsFull(instance, arcs, wanted.candidate, wanted.arcs) : null) ?? groundOfRules(rules);
    return { code, ...articleOf(round, code), ...(code === "rule" ? { rules } : {}) };
  }
  if (price.status === "breaks") {
    const { stage } = at(stages, price.stage);
    const told: ReasonPrice = { tier: tierName(stage), by: price.by };
    const tier = { price: price.atMost > price.by ? { ...told, atMost: price.atMost } : told };
    // An interval is no proof: whoever may be deferred for the sake of composition is told that nothing is established.
    if (isOnlyComposition(stage.objectives) && price.atMost > price.by) return { code: "not-established", ...tier };
    const may = deferred && isOnlyComposition(stage.objectives);
    const seat = may ? seatTaken(instance, arcs, wanted.candidate, wanted.arcs) : null;
    if (seat !== null) return { code: "representativeness", ...articleOf(round, "representativeness"), ...tier, seat };
    const code = groundOfTier(stage.objectives);
    return { code, ...articleOf(round, code), ...tier };
  }
  const { tier, atMost } =
    price.status === "free" ? { tier: null, atMost: null } : { tier: at(stages, price.stage).stage, atMost: price.atMost };
  return {
    code: "not-established",
    ...(tier === null || atMost === null ? {} : { price: { tier: tierName(tier), by: 0, atMost } }),
  };
}

function betterOf(base: BaseRun, price: Price): readonly number[] | null {
  const arcs = price.status === "unlawful" ? null : price.arcs;
  return arcs !== null && beatsBase(base, base.measure(arcs)) ? arcs : null;
}

import type { Ground } from "../../engine/domain/reason.ts";
import type { Result, TierFigure } from "../../engine/domain/result.ts";
import type { Candidate, Placement, Round } from "../../engine/domain/round.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { compositionOf } from "../../engine/verify/composition.ts";
import { measureTiers, tierSense } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { everyAssignment } from "../engine/every-assignment.ts";

/** A placement of a tiny round with the rules it breaks and, per stage but the draw's, how far it goes beyond the base run's lock. */
interface Tried {
  readonly placements: readonly Placement[];
  readonly broken: ReadonlySet<string>;
  readonly excess: readonly number[];
}

const entries = (figure: TierFigure): readonly number[] => (typeof figure === "number" ? [figure] : figure);

/** Everything that could be decided in a round, measured against the locks of a result; `null` where it is too much. */
export function tryEverything(round: Round, result: Result): readonly Tried[] | null {
  const all = everyAssignment(round);
  return (
    all?.map((placements) => {
      const broken = new Set(verifyPlacements(round, placements).map(({ rule }) => rule as string));
      const values = measureTiers(round, placements);
      const excess = round.policy.tiers.flatMap((tier, t) => {
        if (tier.objectives.includes("lottery")) return [];
        const limit = entries(result.locks[t]?.limit ?? 0);
        const sign = tierSense(round, tier) === "minimise" ? 1 : -1;
        return entries(values[t] ?? 0).map((value, e) => sign * (value - (limit[e] ?? 0)));
      });
      return { placements, broken, excess };
    }) ?? null
  );
}

const stageNames = (round: Round, result: Result): readonly string[] =>
  round.policy.tiers.flatMap(({ objectives }, t) =>
    objectives.includes("lottery") ? [] : entries(result.tiers[t]?.value ?? 0).map(() => objectives.join("+")),
  );

/** What breaks first among the lawful placements that pass a test, from the definition; `free` where nothing does. */
function brutePrice(
  everything: readonly Tried[],
  passes: (tried: Tried) => boolean,
): { status: "free" } | { status: "unlawful" } | { status: "breaks"; stage: number; by: number } {
  let left = everything.filter((tried) => tried.broken.size === 0 && passes(tried));
  if (left.length === 0) return { status: "unlawful" };
  for (let stage = 0; stage < (left[0]?.excess.length ?? 0); stage++) {
    const best = Math.min(...left.map(({ excess }) => excess[stage] ?? 0));
    if (best > 0) return { status: "breaks", stage, by: best };
    left = left.filter(({ excess }) => (excess[stage] ?? 0) <= 0);
  }
  return { status: "free" };
}

/** Rules that a placement as a whole may break; the others say who may go where at all. */
export const DROPPED = [
  "no-idle-seat",
  "cross-region",
  "regional-balance",
  "representativeness",
  "pins",
  "promotion-size",
  "mission-capacity",
];

/** The rules left by a deletion filter in the documented order, by trying everything. */
function bruteConflict(everything: readonly Tried[], passes: (tried: Tried) => boolean): readonly string[] {
  const possible = everything.filter(passes);
  const meets = (dropped: ReadonlySet<string>) => possible.some(({ broken }) => [...broken].every((rule) => dropped.has(rule)));
  const dropped = new Set<string>();
  const needed: string[] = [];
  for (const rule of DROPPED) {
    if (!meets(new Set([...dropped, rule]))) dropped.add(rule);
    else needed.push(rule);
    if (needed.includes("no-idle-seat")) break;
  }
  return needed;
}

const CODES: Readonly<Record<string, string>> = {
  changes: "published",
  placed: "places",
  "worst-promotion": "quota",
  representativeness: "quota",
};

/** Whether somebody's seat could be theirs and the promotion would be further from its bands: by the verifier's own counts. */
function bruteSeat(round: Round, placements: readonly Placement[], candidate: Candidate, wanted: readonly Placement[]): boolean {
  return placements.some((taken) => {
    if (taken.candidate === candidate.id) return false;
    return wanted.some((wish) => {
      if (wish.promotion !== taken.promotion) return false;
      const others = placements.filter((other) => other !== taken && other.candidate !== candidate.id);
      const swapped = [...others, wish];
      const rules = verifyPlacements(round, swapped).map(({ rule }) => rule);
      if (rules.includes("mission-capacity") || isOverfull(round, swapped, wish.promotion)) return false;
      const now = [...others, taken];
      return deviation(round, swapped, wish.promotion) > deviation(round, now, wish.promotion);
    });
  });
}

/** What every wanted placement lacks with everybody else where they are, by the verifier's own words. */
function bruteFull(round: Round, base: readonly Placement[], id: string, wanted: readonly Placement[]): "places" | "size" | null {
  const others = base.filter(({ candidate }) => candidate !== id);
  const seated = wanted.filter((wish) => {
    const sizes = verifyPlacements(round, [...others, wish]).filter(({ rule }) => rule === "promotion-size");
    return sizes.every(({ subjects }) => subjects.promotion !== wish.promotion);
  });
  if (seated.length === 0) return "size";
  const placeless = seated.filter((wish) =>
    verifyPlacements(round, [...others, wish]).some(({ rule }) => rule === "mission-capacity"),
  );
  return placeless.length === seated.length ? "places" : null;
}

function isOverfull(round: Round, placements: readonly Placement[], promotion: string): boolean {
  const found = round.promotions.find(({ id }) => id === promotion);
  const here = placements.filter((placement) => placement.promotion === promotion).length;
  return found === undefined || here + found.members.length > found.maxSize - found.keepFree;
}

function deviation(round: Round, placements: readonly Placement[], promotion: string): number {
  const found = round.promotions.find(({ id }) => id === promotion);
  return found === undefined ? 0 : compositionOf(openCasefile(round, placements), found).deviation;
}

/** Code, tier, amount and selection from the definition. `wanted`: the placements of the candidate that are asked for. */
export function bruteGround(
  round: Round,
  result: Result,
  everything: readonly Tried[],
  { id }: Candidate,
  wanted: readonly Placement[],
  deferred: boolean,
): Pick<Ground, "code" | "price" | "selection"> {
  const candidate = round.candidates.find((one) => one.id === id) as Candidate;
  const same = (a: Placement, b: Placement | undefined) =>
    b !== undefined && a.promotion === b.promotion && a.missions.join() === b.missions.join();
  const forbidden = (wish: Placement) =>
    round.pins.some(
      (pin) =>
        pin.candidate === id &&
        (pin.kind === "reserve" ||
          (pin.kind === "forbid" &&
            (pin.promotion === null || pin.promotion === wish.promotion) &&
            (pin.missions === null || pin.missions.join() === wish.missions.join()))),
    );
  const open = wanted.filter((wish) => !forbidden(wish));
  if (open.length === 0 || round.pins.some((pin) => pin.candidate === id && pin.kind === "place")) return { code: "pin" };
  const has = ({ placements }: Tried) => {
    const own = placements.find((placement) => placement.candidate === id);
    return open.some((wish) => same(wish, own));
  };
  const base = result.outcomes.flatMap((outcome): readonly Placement[] => ("promotion" in outcome ? [outcome] : []));
  const start = (placement: Placement) => round.promotions.find((one) => one.id === placement.promotion)?.start ?? 0;
  const rank = (placement: Placement) =>
    round.candidates
      .find((one) => one.id === placement.candidate)
      ?.choices.findIndex((choice) => choice.missions.join() === placement.missions.join()) ?? 0;
  const nobodyWorse = ({ placements }: Tried) =>
    base.every((before) => {
      if (before.candidate === id) return true;
      const after = placements.find((placement) => placement.candidate === before.candidate);
      if (after === undefined) return false;
      return start(after) < start(before) || (start(after) === start(before) && rank(after) <= rank(before));
    });
  const names = stageNames(round, result);
  const named = (passes: (tried: Tried) => boolean, price = brutePrice(everything, passes)): Pick<Ground, "code" | "price"> => {
    if (price.status === "unlawful") {
      const rules = bruteConflict(everything, passes);
      if (rules.includes("no-idle-seat")) return { code: "rule" };
      const full = bruteFull(round, base, id, open);
      const lacks = rules.includes("mission-capacity") || rules.includes("promotion-size");
      if (lacks && full !== null) return { code: full };
      if (rules.includes("mission-capacity")) return { code: "places" };
      if (rules.includes("promotion-size")) return { code: "size" };
      return { code: rules.includes("pins") ? "pin" : "rule" };
    }
    if (price.status === "free") return { code: "not-established" };
    const tier = names[price.stage] ?? "";
    const composition = tier.split("+").every((name) => name === "representativeness" || name === "worst-promotion");
    const proof = deferred && composition && bruteSeat(round, base, candidate, open);
    const first = tier.split("+")[0] ?? "";
    return { code: (proof ? "representativeness" : (CODES[first] ?? first)) as Ground["code"], price: { tier, by: price.by } };
  };
  const alone = brutePrice(everything, has);
  if (alone.status !== "free") return { ...named(has, alone), selection: "only" };
  const group = named((tried) => has(tried) && nobodyWorse(tried));
  return group.code === "not-established" ? { code: "lottery", selection: "lottery" } : { ...group, selection: "lottery" };
}

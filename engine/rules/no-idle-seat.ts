import type { Policy } from "../domain/policy.ts";
import type { Draft } from "../model/draft.ts";
import { type Full, seatsFull, slotsFull } from "../model/families/full.ts";
import { heldColumn } from "../model/families/held.ts";
import { readingOf } from "../model/gauge.ts";
import { at, type Instance } from "../model/instance.ts";
import { type LinearExpression, sumOf, weightedSum } from "../model/linear-expression.ts";
import { arcsForbiddenByPins } from "./pins.ts";
import type { Rule } from "./rule.ts";

/** Under hard composition whether a seat may be taken depends on who takes it, and the rule is not applied. */
function applies({ deferralGround, representativeness, regionalBalance, crossRegion }: Policy): boolean {
  const settings = [...(representativeness ?? []), regionalBalance, crossRegion];
  const hard = settings.some((setting) => setting?.mode === "hard");
  return deferralGround === "replacement" && !hard;
}

/** Promotions that must be held (`mustHold`) or that a pin names: who is deferred into one may stay there. */
function obligedPromotions({ promotions, pins }: Instance["round"]): ReadonlySet<number> {
  const named = new Set(pins.flatMap((pin) => (pin.kind === "place" ? [pin.promotion] : [])));
  return new Set(promotions.flatMap(({ id, mustHold }, index) => (mustHold || named.has(id) ? [index] : [])));
}

/** Openings on the nearest date of their candidate, for candidates whom no pin places. */
function nearestOpenings({ round, arcs, nearestDate }: Instance): readonly number[] {
  const { candidateOf, intakeOf, intakes, count } = arcs.openings;
  const pinned = new Set(round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  const starts = intakes.map((intake) => at(round.promotions, at(intake, 0)).start);
  const nearest: number[] = [];
  for (let o = 0; o < count; o++) {
    const candidate = at(candidateOf, o);
    if (at(starts, at(intakeOf, o)) !== nearestDate[candidate]) continue;
    if (pinned.size === 0 || !pinned.has(at(round.candidates, candidate).id)) nearest.push(o);
  }
  return nearest;
}

/** The arcs of those openings that no pin takes away. */
export function nearestArcs(instance: Instance): readonly number[] {
  const barred = arcsForbiddenByPins(instance);
  return nearestOpenings(instance).flatMap((opening) => instance.arcs.ofOpening(opening).filter((arc) => !barred.has(arc)));
}

/**
 * Sum of what could block an arc, 0 only if nothing does; `null` when something blocks it in every placement. Slots in `own` are
 * left out: the candidate takes a place there.
 */
function blockersOf(draft: Draft, arc: number, own: ReadonlySet<number>): LinearExpression | null {
  const { candidate, promotion } = draft.instance.arcs.get(arc);
  const { minSize, members } = at(draft.instance.round.promotions, promotion);
  const slots = [...slotsFull(draft, arc)].flatMap(([slot, blocker]) => (own.has(slot) ? [] : [blocker]));
  const fulls: readonly Full[] = [seatsFull(draft, promotion), ...slots.map(({ full }) => full)];
  if (fulls.includes(true)) return null;
  const others = slots.flatMap(({ arcs }) => arcs.filter((other) => draft.instance.arcs.candidateOf(other) !== candidate));
  const columns = [...new Set([...fulls.filter((full) => typeof full === "number"), ...others])];
  const inBeing = members.length >= Math.max(1, minSize);
  return inBeing ? sumOf(columns) : weightedSum([sumOf(columns), sumOf([heldColumn(draft, promotion)], -1, 1)], [1, 1]);
}

/** Slots with more than one place that an arc takes. */
function sharedSlots(draft: Draft, arc: number): ReadonlySet<number> {
  return new Set([...slotsFull(draft, arc)].flatMap(([slot, { full }]) => (typeof full === "number" ? [slot] : [])));
}

/**
 * Art. 23 §3: a candidate is deferred because *another's* participation serves the promotion, so no seat is left idle. For
 * every candidate c and every arc a = (c,k,p) on the nearest date:
 *
 *     sum of x[c] without delay or in obliged promotions + (1 - held[p]) + seats full[p] + places full[a] >= 1
 *
 * places full[a] sums, over the slots of a, x of the others' arcs where there is one place, full[s] where there are more. As c's own
 * place does not stand in c's way, for every delayed arc b of c that takes some slots of the second kind:
 *
 *     (1 - held[p]) + seats full[p] + places full[a] without the slots of b >= x[b]
 *
 * held[p] is 1 throughout where the members alone make the promotion.
 */
export const noIdleSeat: Rule = {
  id: "no-idle-seat",
  breaches: (instance) => {
    if (!applies(instance.round.policy)) return null;
    const [nearest, barred] = [nearestOpenings(instance), arcsForbiddenByPins(instance)];
    return readingOf({ kind: "idle", nearest, barred, excused: obligedPromotions(instance.round) });
  },
  addRows: (draft) => {
    if (applies(draft.instance.round.policy)) addIdleRows(draft, nearestArcs(draft.instance));
  },
};

/** The rows of the rule for these arcs alone, each on the nearest date of its candidate. */
export function addIdleRows(draft: Draft, nearest: readonly number[]): void {
  const { instance, builder } = draft;
  const obliged = obligedPromotions(instance.round);
  for (const arc of nearest) {
    const blockers = blockersOf(draft, arc, new Set());
    if (blockers === null) continue;
    const { candidate, promotion } = instance.arcs.get(arc);
    const ids = {
      candidate: at(instance.round.candidates, candidate).id,
      promotion: at(instance.round.promotions, promotion).id,
    };
    const origin = { source: "no-idle-seat", subject: ids } as const;
    const all = instance.arcs.ofCandidate(candidate);
    const excused = all.filter((b) => instance.arcs.delayOf(b) === 0 || obliged.has(instance.arcs.promotionOf(b)));
    builder.addRow(weightedSum([blockers, sumOf(excused)], [1, 1]), { lower: 1 }, origin);
    const shared = sharedSlots(draft, arc);
    for (const other of all.filter((b) => !excused.includes(b))) {
      const own = sharedSlots(draft, other).intersection(shared);
      const rest = own.size === 0 ? null : blockersOf(draft, arc, own);
      if (rest !== null) builder.addRow(weightedSum([rest, sumOf([other])], [1, -1]), { lower: 0 }, origin);
    }
  }
}

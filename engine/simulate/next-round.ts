import { type Day, formatDay } from "../domain/calendar.ts";
import type { Outcome, Result } from "../domain/result.ts";
import type { MissionJson, PinJson, PromotionJson, RoundJson } from "../input/round-schema.ts";
import { candidateNext, type Decided, hasPlace, type LeavingReason, reasonsToLeave } from "./candidate-next.ts";
import { missionRegions, promotionNext } from "./promotion-next.ts";

/** Somebody who is in the round and not in the next one, and why. */
export interface Leaving {
  readonly candidate: string;
  readonly reasons: readonly LeavingReason[];
  /** Since when the priority of the reserve list counts (Art. 13 al. 2), should the candidate apply again. */
  readonly reserveSince: string | null;
}

export interface NextRound {
  readonly round: RoundJson;
  readonly leaving: readonly Leaving[];
}

/**
 * The input of the round that follows on the day `from`, out of a round as it was given and a lawful result of it. Everybody is in it once:
 * as a member of a promotion that runs on that day, as a candidate, or in `leaving`. Who has a place in a promotion still to start stays a
 * candidate, with that place under `published`. Nothing new is added: applications, missions and promotions are the planner's.
 * `RangeError` where the result decides nothing about a candidate.
 */
export function nextRound(round: RoundJson, result: Result, from: Day): NextRound {
  const day = formatDay(from);
  const starts = new Map(round.promotions.map(({ id, start }) => [id, start]));
  const hasStarted = (promotion: string) => (starts.get(promotion) ?? "") <= day;
  const decided = decisions(round, result);
  const serving = decided.flatMap(({ candidate, outcome }) =>
    hasPlace(outcome) && hasStarted(outcome.promotion) ? [{ candidate, outcome }] : [],
  );
  const inService = new Set(serving.map(({ candidate }) => candidate.id));
  const waiting = decided
    .filter(({ candidate }) => !inService.has(candidate.id))
    .map((one) => ({ ...one, next: candidateNext(one, round, from), reasons: reasonsToLeave(one, round, result, from) }));
  const staying = waiting.filter(({ reasons }) => reasons.length === 0);
  const candidates = staying.map(({ next }) => next);
  const candidateIds = new Set(candidates.map(({ id }) => id));
  const regions = missionRegions(round);
  const promotions = round.promotions.flatMap((promotion) => promotionNext(promotion, serving, regions, day));
  // Without a seed the draw follows the new id: nobody is drawn last in every round.
  const { seed: _, ...kept } = round;
  return {
    round: {
      ...kept,
      id: idOnDay(round.id, day),
      missions: round.missions.map((mission) => missionNext(mission, candidateIds, promotions)),
      promotions,
      candidates,
      pins: (round.pins ?? []).filter((pin) => stillDecides(pin, candidateIds, round, day)),
      published: staying.flatMap(({ outcome }) => (hasPlace(outcome) ? [placeOf(outcome)] : [])),
    },
    leaving: [
      ...waiting
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ next, reasons }) => ({ candidate: next.id, reasons, reserveSince: next.reserveSince ?? null })),
      ...servedBy(round, promotions, inService),
    ],
  };
}

function decisions({ candidates }: RoundJson, { outcomes }: Result): readonly Decided[] {
  const byCandidate = new Map(outcomes.map((outcome) => [outcome.candidate, outcome]));
  return candidates.map((candidate) => {
    const outcome = byCandidate.get(candidate.id);
    if (outcome === undefined) throw new RangeError(`the result decides nothing about ${candidate.id}`);
    return { candidate, outcome };
  });
}

function placeOf({ candidate, promotion, missions }: Extract<Outcome, { outcome: "placed" | "deferred" }>) {
  return { candidate, promotion, missions: [...missions] };
}

const LONGEST_ID = 100;

/** `2026-autumn_2026-11-02`; the day of an earlier next round gives way. */
function idOnDay(id: string, day: string): string {
  const base = id.replace(/_\d{4}-\d{2}-\d{2}$/, "");
  return `${base.slice(0, LONGEST_ID - day.length - 1).toWellFormed()}_${day}`;
}

/** Members of promotions that are over have served, and so has who joined one in this round. */
function servedBy(round: RoundJson, next: readonly PromotionJson[], inService: ReadonlySet<string>): readonly Leaving[] {
  const running = new Set(next.flatMap(({ members }) => (members ?? []).map(({ candidate }) => candidate)));
  const members = round.promotions.flatMap((promotion) => (promotion.members ?? []).map(({ candidate }) => candidate));
  return [...members, ...inService]
    .filter((candidate) => !running.has(candidate))
    .map((candidate) => ({ candidate, reasons: ["served"], reserveSince: null }));
}

/**
 * A mission reserved for somebody (Art. 9) who is no longer a candidate is open to nobody else: it lasts as long as that person's service
 * there, and has no places otherwise.
 */
function missionNext(mission: MissionJson, candidates: ReadonlySet<string>, next: readonly PromotionJson[]): MissionJson {
  const { reservedFor, ...open } = mission;
  if (!reservedFor || candidates.has(reservedFor)) return mission;
  const service = next.find(({ members }) =>
    (members ?? []).some(({ candidate, missions }) => candidate === reservedFor && missions?.includes(mission.id)),
  );
  return service === undefined ? { ...open, places: 0 } : { ...open, until: service.end };
}

/** Decisions about places and promotions still to come stay; that somebody waits was decided for one round. */
function stillDecides(pin: PinJson, candidates: ReadonlySet<string>, { promotions }: RoundJson, day: string): boolean {
  if (!candidates.has(pin.candidate) || "outcome" in pin) return false;
  const named = "not" in pin ? pin.not.promotion : pin.promotion;
  return !named || promotions.some(({ id, start }) => id === named && start > day);
}

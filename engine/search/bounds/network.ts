import type { Day } from "../../domain/calendar.ts";
import { at, type Instance } from "../../model/instance.ts";
import { type Intake, intakesOf } from "../../model/intakes.ts";
import { hostAccounts, missionAccounts, type PlacesAccount } from "../../model/places-account.ts";
import { arcsBarredByPins } from "../../rules/pins.ts";

/** The places of one mission or host: slots `first` .. `first + days.length - 1`, one per critical day, ascending. */
export interface SlotAccount {
  readonly subject: PlacesAccount["subject"];
  readonly first: number;
  readonly days: readonly Day[];
}

/**
 * The assignment problem at the heart of a round, in flat arrays: candidates choose among arcs, arcs take seats of intakes and places on
 * days. Arcs that pins bar are left out; arcs of one candidate and choice into one intake are one arc here, unless a published placement
 * tells them apart. Arc j belongs to candidate c for starts[c] <= j < starts[c + 1].
 */
export interface Network {
  readonly instance: Instance;
  readonly starts: Int32Array;
  /** Candidates whom a pin places: waiting is not open to them. */
  readonly forced: Uint8Array;
  /** The instance's arc that stands for each arc. */
  readonly arcs: Int32Array;
  readonly intakes: readonly Intake[];
  readonly intakeOf: Int32Array;
  readonly accounts: readonly SlotAccount[];
  /** Free places per slot. */
  readonly free: Float64Array;
  /** Arc j takes the slots spanFrom[i] .. spanUntil[i] - 1 for spanStarts[j] <= i < spanStarts[j + 1]. */
  readonly spanStarts: Int32Array;
  readonly spanFrom: Int32Array;
  readonly spanUntil: Int32Array;
}

/** Merges and flattens an instance; linear in its arcs. */
export function networkOf(instance: Instance): Network {
  const { intakes, ofPromotion } = intakesOf(instance.round);
  const { starts, arcs } = mergedArcs(instance, ofPromotion);
  const places = slotsAndSpans(instance, arcs);
  const pinned = new Set(instance.round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  return {
    instance,
    starts,
    arcs,
    intakes,
    intakeOf: arcs.map((arc) => at(ofPromotion, instance.arcs.promotionOf(arc))),
    forced: Uint8Array.from(instance.round.candidates, ({ id }) => (pinned.has(id) ? 1 : 0)),
    ...places,
  };
}

function mergedArcs(instance: Instance, intakeOf: Int32Array): Pick<Network, "starts" | "arcs"> {
  const barred = arcsBarredByPins(instance);
  const published = new Set(instance.round.published.map(({ candidate }) => candidate));
  const starts = new Int32Array(instance.round.candidates.length + 1);
  const kept: number[] = [];
  instance.round.candidates.forEach(({ id }, candidate) => {
    const apart = published.has(id);
    const seen = new Set<number>();
    for (const arc of instance.arcs.ofCandidate(candidate)) {
      if (barred.has(arc)) continue;
      const { choice, promotion } = instance.arcs.get(arc);
      const key = choice * intakeOf.length + at(intakeOf, promotion);
      if (!apart && seen.has(key)) continue;
      seen.add(key);
      kept.push(arc);
    }
    starts[candidate + 1] = kept.length;
  });
  return { starts, arcs: Int32Array.from(kept) };
}

/** Numbers the slots and finds, for every arc and every account it serves at, the run of days its service covers. */
function slotsAndSpans(
  instance: Instance,
  arcs: Int32Array,
): Pick<Network, "accounts" | "free" | "spanStarts" | "spanFrom" | "spanUntil"> {
  const accounts: SlotAccount[] = [];
  const free: number[] = [];
  const ofMission = new Map<string, SlotAccount>();
  const ofHost = new Map<string, SlotAccount>();
  for (const { subject, criticalDays, freeOn } of [...missionAccounts(instance), ...hostAccounts(instance)]) {
    const account = { subject, first: free.length, days: criticalDays };
    accounts.push(account);
    for (const day of criticalDays) free.push(freeOn(day));
    if ("mission" in subject) ofMission.set(subject.mission, account);
    else ofHost.set(subject.host, account);
  }
  const missions = instance.round.missions.map(({ id }) => ofMission.get(id));
  const hosts = instance.round.hosts.map(({ id }) => ofHost.get(id));
  const spanStarts = new Int32Array(arcs.length + 1);
  const from: number[] = [];
  const until: number[] = [];
  arcs.forEach((arc, j) => {
    const { missions: served, hosts: serving, promotion } = instance.arcs.get(arc);
    const { start, end } = at(instance.round.promotions, promotion);
    for (const account of [...served.map((m) => missions[m]), ...[...new Set(serving)].map((h) => hosts[h])]) {
      if (account === undefined) continue;
      from.push(account.first + countBefore(account.days, start));
      until.push(account.first + countBefore(account.days, end + 1));
    }
    spanStarts[j + 1] = from.length;
  });
  return {
    accounts,
    free: Float64Array.from(free),
    spanStarts,
    spanFrom: Int32Array.from(from),
    spanUntil: Int32Array.from(until),
  };
}

/** How many of some ascending days lie before `day`. */
function countBefore(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

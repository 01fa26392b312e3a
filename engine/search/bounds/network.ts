import type { Day } from "../../domain/calendar.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { Intake } from "../../model/intakes.ts";
import type { PlacesAccount } from "../../model/places-account.ts";
import { arcsBarredByPins } from "../../rules/pins.ts";
import { tellingAccounts } from "../local/slot-runs.ts";

/** The places of one mission or host: slots `first` .. `first + days.length - 1`, one per day that can keep somebody out, ascending. */
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
  /** The opening of each. */
  readonly openings: Int32Array;
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

/** Merges and flattens an instance; linear in its openings. */
export function networkOf(instance: Instance): Network {
  const { openingOf, openings } = instance.arcs;
  const { starts, arcs } = mergedArcs(instance, arcsBarredByPins(instance));
  const ofArcs = arcs.map(openingOf);
  const pinned = new Set(instance.round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  return {
    instance,
    starts,
    arcs,
    openings: ofArcs,
    intakes: openings.intakes,
    intakeOf: ofArcs.map((opening) => at(openings.intakeOf, opening)),
    forced: Uint8Array.from(instance.round.candidates, ({ id }) => (pinned.has(id) ? 1 : 0)),
    ...slotsAndSpans(instance, ofArcs),
  };
}

/** One arc per opening that no pin bars, all of them for who has a published placement. */
function mergedArcs({ round, arcs }: Instance, barred: ReadonlySet<number>): Pick<Network, "starts" | "arcs"> {
  const published = new Set(round.published.map(({ candidate }) => candidate));
  const { starts: firstOpening, firstArc, count } = arcs.openings;
  const starts = new Int32Array(round.candidates.length + 1);
  let kept = new Int32Array(count);
  let next = 0;
  const keep = (arc: number) => {
    if (next === kept.length) kept = Int32Array.from({ length: 2 * next + 1 }, (_, i) => kept[i] ?? 0);
    kept[next] = arc;
    next += 1;
  };
  round.candidates.forEach(({ id }, candidate) => {
    const apart = published.has(id);
    for (let opening = at(firstOpening, candidate); opening < at(firstOpening, candidate + 1); opening++) {
      for (let arc = at(firstArc, opening), end = at(firstArc, opening + 1); arc < end; arc++) {
        if (barred.size > 0 && barred.has(arc)) continue;
        keep(arc);
        if (!apart) break;
      }
    }
    starts[candidate + 1] = next;
  });
  return { starts, arcs: kept.slice(0, next) };
}

/** Numbers the slots and finds, for every arc and every account it serves at, the run of days its service covers. */
function slotsAndSpans(
  instance: Instance,
  openings: Int32Array,
): Pick<Network, "accounts" | "free" | "spanStarts" | "spanFrom" | "spanUntil"> {
  const accounts: SlotAccount[] = [];
  const free: number[] = [];
  const ofMission = new Map<string, SlotAccount>();
  const ofHost = new Map<string, SlotAccount>();
  for (const { subject, days, freeOn } of tellingAccounts(instance)) {
    const account = { subject, first: free.length, days };
    accounts.push(account);
    for (const day of days) free.push(freeOn(day));
    if ("mission" in subject) ofMission.set(subject.mission, account);
    else ofHost.set(subject.host, account);
  }
  const missions = instance.round.missions.map(({ id }) => ofMission.get(id));
  const hosts = instance.round.hosts.map(({ id }) => ofHost.get(id));
  const spanStarts = new Int32Array(openings.length + 1);
  const from: number[] = [];
  const until: number[] = [];
  const { wishes, wishOf, intakes, intakeOf } = instance.arcs.openings;
  const periods = intakes.map((intake) => at(instance.round.promotions, at(intake, 0)));
  openings.forEach((opening, j) => {
    const wish = at(wishes, at(wishOf, opening));
    const { start, end } = at(periods, at(intakeOf, opening));
    // Somebody at two missions of one host is one citizen there.
    for (const account of [...wish.missions.map((m) => missions[m]), ...[...new Set(wish.hosts)].map((h) => hosts[h])]) {
      if (account === undefined) continue;
      const [first, last] = [countBefore(account.days, start), countBefore(account.days, end + 1)];
      if (first === last) continue;
      from.push(account.first + first);
      until.push(account.first + last);
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

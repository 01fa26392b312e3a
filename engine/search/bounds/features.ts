import { ceil, parseDecimal, times } from "../../domain/decimal.ts";
import { type Band, bandOf } from "../../model/band.ts";
import { at } from "../../model/instance.ts";
import type { Network } from "./network.ts";

/** What the parts of objectives that are no sum over arcs look at, arc by arc. */
export interface Features {
  /** Regions with a target, sorted, and the members counted in each. */
  readonly regions: readonly string[];
  readonly membersIn: readonly number[];
  /** Index of the arc's Region among them, or -1. */
  readonly regionOf: Int32Array;
  /** Bands of the Regions for a number of placements. */
  readonly bands: (placements: number) => readonly Band[];
  readonly regionsHard: boolean;
  readonly lowSkilled: Uint8Array;
  /** Low-skilled persons wanted among a number of placements. */
  readonly lowSkilledWanted: (placements: number) => number;
  readonly elsewhere: Uint8Array;
  /** Persons per promotion who must serve elsewhere for it to count, and how many members do, up to that many. */
  readonly elsewhereWanted: number;
  readonly membersElsewhere: readonly number[];
  readonly elsewhereHard: boolean;
  readonly delayDays: Int32Array;
}

/** Reads the features off the instance, once per network. */
export function featuresOf(network: Network): Features {
  const known = KNOWN.get(network) ?? readFeatures(network);
  KNOWN.set(network, known);
  return known;
}

const KNOWN = new WeakMap<Network, Features>();

function readFeatures({ instance, openings }: Network): Features {
  const { policy, candidates } = instance.round;
  const { regionalBalance: balance, lowSkilled, crossRegion } = policy;
  const regions = Object.keys(balance?.targets ?? {}).sort();
  const members = balance?.count === "in-service" ? instance.memberRegions : [];
  const share = parseDecimal(lowSkilled?.minimum ?? 0);
  const wanted = crossRegion?.minimum ?? 1;
  const { wishes, wishOf, candidateOf, delayDays } = instance.arcs.openings;
  const wishAt = (opening: number) => at(wishes, at(wishOf, opening));
  const isLow = candidates.map(
    ({ attributes }) => lowSkilled !== null && attributes[lowSkilled.dimension] === lowSkilled.category,
  );
  return {
    regions,
    membersIn: regions.map((region) => members.filter((other) => other === region).length),
    regionOf: openings.map((opening) => regions.indexOf(wishAt(opening).region)),
    bands: remembered((placements) =>
      balance === null
        ? []
        : regions.map((region) => bandOf(balance.targets[region] ?? 0, balance.tolerance, members.length + placements)),
    ),
    regionsHard: balance?.mode === "hard",
    lowSkilled: Uint8Array.from(openings, (opening) => (isLow[at(candidateOf, opening)] ? 1 : 0)),
    lowSkilledWanted: remembered((placements) => ceil(times(share, placements))),
    elsewhere: Uint8Array.from(openings, (opening) => (wishAt(opening).crossRegion ? 1 : 0)),
    elsewhereWanted: wanted,
    membersElsewhere: instance.membersElsewhere.map((count) => Math.min(count, wanted)),
    elsewhereHard: crossRegion?.mode === "hard",
    delayDays: openings.map((opening) => at(delayDays, opening)),
  };
}

function remembered<T>(work: (placements: number) => T): (placements: number) => T {
  const known = new Map<number, T>();
  return (placements) => {
    const value = known.get(placements) ?? work(placements);
    known.set(placements, value);
    return value;
  };
}

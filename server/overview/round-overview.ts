import { formatDay } from "../../engine/domain/calendar.ts";
import type { Round } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import type { Overview } from "../schemas/overview.ts";
import { demandOf } from "./demand.ts";
import { unreachableTargets } from "./unreachable.ts";

/** What can be said of a round before it is solved: who may appear, who asks for what, and which targets no placement meets. */
export function roundOverview(round: Round): Overview {
  const instance = buildInstance(round);
  const demand = demandOf(instance);
  const seats = instance.seats.reduce((sum, { free }) => sum + free, 0);
  const fitting = instance.arcs.people;
  const atMostPlaced = Math.min(fitting, seats);
  return {
    round: { id: round.id, hash: round.hash },
    candidates: { total: round.candidates.length, ...eligibility(instance) },
    seats,
    places: round.missions.reduce((sum, { places }) => sum + places, 0),
    atMostPlaced,
    applicants: applicantsOf(instance),
    ...demand,
    promotions: promotionsOf(instance),
    unreachable: unreachableTargets(instance, demand.regions, atMostPlaced),
    effectivePolicy: round.policy,
  };
}

function eligibility({ round, ineligibility, arcs, blocked }: Instance): Omit<Overview["candidates"], "total"> {
  const eligible = round.candidates.flatMap(({ id }, c) => (at(ineligibility, c).length === 0 ? [{ id, c }] : []));
  return {
    eligible: eligible.length,
    ineligible: round.candidates.flatMap(({ id }, c) => {
      const issues = at(ineligibility, c);
      return issues.length === 0 ? [] : [{ candidate: id, issues }];
    }),
    noFit: eligible.flatMap(({ id, c }) => (!arcs.hasCandidate(c) ? [{ candidate: id, blocked: at(blocked, c) }] : [])),
  };
}

function applicantsOf({ round, ineligibility }: Instance): Overview["applicants"] {
  const eligible = round.candidates.filter((_, c) => at(ineligibility, c).length === 0);
  const dimensions = (round.policy.representativeness ?? []).map(({ dimension }) => dimension);
  const named = round.policy.lowSkilled === null ? dimensions : [...dimensions, round.policy.lowSkilled.dimension];
  return Object.fromEntries(
    named.map((dimension) => {
      const groups = Map.groupBy(eligible, ({ attributes }) => attributes[dimension] ?? "");
      const counts = [...groups].map(([category, group]) => [category, group.length] as const);
      return [dimension, Object.fromEntries(counts.filter(([category]) => category !== ""))];
    }),
  );
}

function promotionsOf(instance: Instance): Overview["promotions"] {
  const { round, arcs, nearestDate, seats } = instance;
  return round.promotions.map(({ id, start, members }, p) => {
    const people = [...new Set(arcs.ofPromotion(p).map((arc) => arcs.candidateOf(arc)))];
    const { free, needed } = at(seats, p);
    return {
      id,
      start: formatDay(start),
      seats: free,
      needed,
      members: members.length,
      candidates: people.length,
      nearest: people.filter((c) => nearestDate[c] === start).length,
    };
  });
}

import type { Candidate, Mission } from "../../domain/round.ts";
import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { age } from "../rules/age.ts";
import { foundOnAll, type Guarantee } from "./guarantee.ts";

/** Art. 13, second paragraph: comes from the priority reserve list, or was deferred before. */
function hasPriority({ reserveSince, deferrals }: Candidate): boolean {
  return reserveSince !== null || deferrals > 0;
}

/** Everything that can tell two candidates apart, reserve priority aside: equal texts, candidates alike. */
function likeness(candidate: Candidate, casefile: Casefile, reservedFor: ReadonlyMap<string | null, readonly Mission[]>): string {
  const { residence, languages, chosenStart, available, choices, attributes, needs, record, served } = candidate;
  const person = { candidate, missions: [], hosts: [], travelHours: 0 };
  // The rule looks at the first day of a promotion: one of each start tells.
  const firsts = casefile.starts.flatMap(({ promotions }) => promotions.slice(0, 1));
  const ofAge = candidate.birthDate === null || firsts.map((promotion) => age.holds(person, promotion, casefile.round.policy));
  const reserved = (reservedFor.get(candidate.id) ?? []).map(({ id }) => id);
  return JSON.stringify([
    [residence?.region, residence?.languageArea],
    languages,
    [chosenStart, String(available.from), String(available.until)],
    choices,
    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
    needs,
    [record, served],
    ofAge,
    reserved,
  ]);
}

/** Whether one of two alike is worse off: waits for a place, starts later, or has a worse choice on the same date. */
function isBehind(one: Service | undefined, other: Service | undefined): boolean {
  if (one === undefined || other === undefined) return one === undefined && other !== undefined;
  if (one.promotion.start !== other.promotion.start) return one.promotion.start > other.promotion.start;
  return one.rank > other.rank;
}

/**
 * G7, Art. 13, second paragraph: of two candidates alike in everything but reserve priority, the one with priority is never behind. Whom a pin
 * names, and whom the tier `changes` keeps where they were published, is compared with nobody.
 */
export const priorityFirst: Guarantee = ({ casefile }) => {
  const { round, services } = casefile;
  const kept = round.policy.tiers.some(({ objectives }) => objectives.includes("changes")) ? round.published : [];
  const named = new Set([...round.pins, ...kept].map(({ candidate }) => candidate));
  const serving = new Map(services.map((service) => [service.candidate.id, service]));
  const reservedFor = groupBy(round.missions, (mission) => mission.reservedFor);
  const alike = groupBy(
    round.candidates.filter(({ id }) => !named.has(id)),
    (candidate) => likeness(candidate, casefile, reservedFor),
  );
  let [pairs, behind] = [0, 0];
  for (const group of alike.values()) {
    const [first, others] = [group.filter(hasPriority), group.filter((candidate) => !hasPriority(candidate))];
    pairs += first.length * others.length;
    for (const one of first) {
      if (others.some((other) => isBehind(serving.get(one.id), serving.get(other.id)))) behind++;
    }
  }
  return foundOnAll(behind > 0 ? "violated" : "holds", "pairs", pairs);
};

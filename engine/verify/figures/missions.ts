import type { RuleId } from "../../domain/policy.ts";
import type { Condition, MissionResult } from "../../domain/result.ts";
import type { Mission } from "../../domain/round.ts";
import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { missingLanguages } from "../rules/languages.ts";
import { missingNeeds } from "../rules/needs.ts";

function conditionsAt(mission: Mission, services: readonly Service[], casefile: Casefile): Condition[] {
  const listed = (rule: RuleId): boolean => casefile.profile.rules.includes(rule);
  return services
    .map(({ candidate }) => ({
      candidate: candidate.id,
      needs: listed("needs") ? missingNeeds(candidate, mission, casefile.hosts.get(mission.host)) : [],
      languages: listed("languages") ? missingLanguages(candidate, mission) : [],
    }))
    .filter(({ needs, languages }) => needs.length + languages.length > 0);
}

/**
 * Every mission at which this round places someone: how many, the conditions to impose on the host (Art. 13) and the warnings
 * owed to it (Art. 11 §3), by candidate.
 */
export function missionFigures(casefile: Casefile): MissionResult[] {
  const uses = casefile.services.flatMap((service) => service.missions.map((mission) => ({ mission: mission.id, service })));
  const usersOf = groupBy(uses, ({ mission }) => mission);
  return casefile.round.missions
    .filter(({ id }) => usersOf.has(id))
    .map((mission) => {
      const services = (usersOf.get(mission.id) ?? []).map(({ service }) => service);
      const excepted = services.filter(({ candidate }) => candidate.record === "exception-granted");
      return {
        id: mission.id,
        used: services.length,
        conditions: conditionsAt(mission, services, casefile),
        warnings: excepted.map(({ candidate }) => ({ candidate: candidate.id, code: "record" as const })),
      };
    });
}

import type { Condition, MissionResult, RegionResult } from "../domain/result.ts";
import { bandOf, deviationFrom } from "../model/band.ts";
import { type Arc, at, type Instance } from "../model/instance.ts";
import { missingLanguages } from "../rules/languages.ts";
import { missingNeeds } from "../rules/needs.ts";

/** Citizens counted per Region against its band: Regions with a target, and every one that occurs. */
export function regionResults(instance: Instance, arcs: readonly number[]): Readonly<Record<string, RegionResult>> {
  const balance = instance.round.policy.regionalBalance;
  const members = balance?.count === "in-service" ? instance.memberRegions : [];
  const found = [...members, ...arcs.map((arc) => instance.arcs.regionOf(arc))];
  const regions = [...new Set([...Object.keys(balance?.targets ?? {}), ...found])].sort();
  return Object.fromEntries(
    regions.map((region) => {
      const placed = found.filter((other) => other === region).length;
      const target = balance?.targets[region];
      const band =
        balance === null || target === undefined ? ([0, found.length] as const) : bandOf(target, balance.tolerance, found.length);
      return [region, { placed, band, deviation: deviationFrom(placed, band) }];
    }),
  );
}

/** Every mission this round places someone at, with the conditions and warnings its host is owed. */
export function missionResults(instance: Instance, arcs: readonly number[]): readonly MissionResult[] {
  const serving: Arc[][] = instance.round.missions.map(() => []);
  for (const arc of arcs.map((chosen) => instance.arcs.get(chosen))) {
    for (const mission of new Set(arc.missions)) at(serving, mission).push(arc);
  }
  return instance.round.missions.flatMap(({ id }, mission) => {
    const here = at(serving, mission);
    if (here.length === 0) return [];
    const people = here.map((arc) => at(instance.round.candidates, arc.candidate));
    const warned = people.filter((candidate) => candidate.record === "exception-granted");
    return [
      {
        id,
        used: here.length,
        conditions: here.flatMap((arc) => conditionAt(instance, arc, mission)),
        warnings: warned.map((candidate) => ({ candidate: candidate.id, code: "record" as const })),
      },
    ];
  });
}

/** What a mission's host must provide for a candidate because neither offers it. */
function conditionAt(instance: Instance, arc: Arc, mission: number): readonly Condition[] {
  const candidate = at(instance.round.candidates, arc.candidate);
  const missions = [at(instance.round.missions, mission)];
  const hosts = [at(instance.round.hosts, at(arc.hosts, arc.missions.indexOf(mission)))];
  const needs = missingNeeds({ candidate, missions, hosts });
  const languages = missingLanguages({ candidate, missions });
  return needs.length + languages.length === 0 ? [] : [{ candidate: candidate.id, needs, languages }];
}

import type { HostJson, MissionJson, RoundJson } from "../../engine/input/round-schema.ts";
import type { ProjectYear, Supervisor } from "./read-projects.ts";

/** How a year is to be run. */
export interface ProjectQuestion {
  readonly wishes: "generous" | "greedy" | "sum";
  /** Choices kept of each list, best first; `Infinity`: all. */
  readonly choices: number;
}

/**
 * A year as a round of profile `ranked-choices`: project = mission with one place, supervisor = host with their capacity, and one
 * promotion with a seat for everybody. Without supervisors all projects are one host's, who has the places of their missions.
 */
export function projectRound(id: string, year: ProjectYear, { wishes, choices }: ProjectQuestion): RoundJson {
  const projects = Array.from({ length: year.projects }, (_, index) => index + 1);
  const supervisors = year.supervisors ?? [{ name: "all", capacity: null, projects }];
  const hostOf = new Map(supervisors.flatMap(({ projects: own }, index) => own.map((project) => [project, `h${index}`])));
  return {
    schema: "round/1",
    id,
    profile: "ranked-choices",
    hosts: supervisors.map(toHost),
    missions: projects.flatMap((project): MissionJson[] => {
      const host = hostOf.get(project);
      return host === undefined ? [] : [{ id: `m${project}`, host, places: 1 }];
    }),
    promotions: [{ id: "p1", start: "2026-09-01", end: "2027-02-28", maxSize: year.lists.length }],
    candidates: year.lists.map((list, index) => ({
      id: `c${index + 1}`,
      choices: list.slice(0, choices).map((project) => `m${project}`),
    })),
    policy: { wishes },
  };
}

function toHost(
  { capacity }: Pick<Supervisor, "name" | "projects"> & { readonly capacity: number | null },
  index: number,
): HostJson {
  return { id: `h${index}`, places: capacity };
}

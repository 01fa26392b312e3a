/** A year of students who rank projects, each project under a supervisor; projects are numbered from 1. */
export interface ProjectYear {
  readonly projects: number;
  /** Per student the projects wanted, best first. */
  readonly lists: readonly (readonly number[])[];
  /** `null` where the year was published without capacities. */
  readonly supervisors: readonly Supervisor[] | null;
}

/** Somebody who takes at most `capacity` students over all of their projects; 0 is possible. */
export interface Supervisor {
  readonly name: string;
  readonly capacity: number;
  readonly projects: readonly number[];
}

/**
 * Reads a year of PrefLib 00038 ("Project Bidding Data") from its two files. `preferences` (.soi): header lines "# KEY: value", then
 * "multiplicity: 7,15,14" with projects from 1. `capacities` (.dat): "name,capacity,46 47" with projects from **0**. Throws
 * `RangeError` on a file that does not say what its header promises.
 */
export function readProjects(preferences: string, capacities: string | null): ProjectYear {
  const lines = linesOf(preferences);
  const projects = headed(lines, "NUMBER ALTERNATIVES");
  const lists = lines.filter((line) => !line.startsWith("#")).flatMap(readVotes);
  const supervisors = capacities === null ? null : linesOf(capacities).slice(1).map(readSupervisor);
  const named = [...lists, ...(supervisors ?? []).map((supervisor) => supervisor.projects)].flat();
  const outside = named.find((project) => !Number.isSafeInteger(project) || project < 1 || project > projects);
  if (outside !== undefined) throw new RangeError(`project ${outside} of ${projects}`);
  if (lists.length !== headed(lines, "NUMBER VOTERS")) throw new RangeError(`${lists.length} students`);
  return { projects, lists, supervisors };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

function headed(lines: readonly string[], key: string): number {
  const mark = `# ${key}:`;
  return Number(lines.find((line) => line.startsWith(mark))?.slice(mark.length));
}

/** One list per student who gave it. */
function readVotes(line: string): readonly (readonly number[])[] {
  const [multiplicity = "", list = ""] = line.split(":");
  return Array.from({ length: Number(multiplicity) }, () => list.split(",").map(Number));
}

function readSupervisor(line: string): Supervisor {
  const [name = "", capacity = "", projects = ""] = line.split(",");
  return { name, capacity: Number(capacity), projects: projects.split(" ").map((project) => Number(project) + 1) };
}

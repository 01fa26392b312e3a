import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ProjectQuestion, projectRound } from "../../datasets/preflib/project-round.ts";
import { readProjects } from "../../datasets/preflib/read-projects.ts";
import { solved } from "../engine/run-place.ts";

/** The data is licensed under the GPL and not part of this repository; see datasets/preflib/README.md. */
const FOLDER = new URL("../../../shared/data/preflib_00038_project/", import.meta.url);
const here = existsSync(new URL("expected.json", FOLDER));
const YEARS = ["00038-00000001", "00038-00000002", "00038-00000004", "00038-00000005", "00038-00000006"];

interface Expected {
  readonly students: number;
  readonly projects: number;
  readonly supervisors: number | null;
  readonly sup_capacity: number | null;
  readonly max_size: number;
  readonly min_total_rank: number;
  readonly greedy_max_profile: readonly number[];
  readonly generous_max_profile: readonly number[];
  readonly top3_max_size: number;
  readonly top3_min_total_rank: number;
}

const textOf = (file: string) => readFileSync(new URL(file, FOLDER), "utf8");
const read = (name: string) =>
  readProjects(textOf(`${name}.soi`), existsSync(new URL(`${name}.dat`, FOLDER)) ? textOf(`${name}.dat`) : null);

function expected(name: string): Expected {
  const found = (JSON.parse(textOf("expected.json")) as Record<string, Expected>)[name];
  if (found === undefined) throw new Error(`nothing is expected of ${name}`);
  return found;
}

/** Size, profile and total of ranks of a year solved to proof. */
async function answer(name: string, wishes: ProjectQuestion["wishes"], choices = Infinity) {
  const { quality, indicators, tiers } = await solved(projectRound(name, read(name), { wishes, choices }));
  expect(quality).toBe("proven-optimal");
  return { size: indicators.placed, profile: indicators.ranks, wishes: tiers.at(-1)?.value };
}

// `rank_maximal_profile` of expected.json is not asked for: it lets fewer be placed for more first choices, and no policy can leave
// out the tier `placed`.
describe.skipIf(!here).each(YEARS)("project bidding year %s", (name) => {
  it("is read with the students, projects, supervisors and capacities it has (shared data)", () => {
    const { students, projects, supervisors, sup_capacity } = expected(name);
    const year = read(name);
    expect([year.lists.length, year.projects, year.supervisors?.length ?? null]).toEqual([students, projects, supervisors]);
    expect(year.supervisors?.reduce((sum, { capacity }) => sum + capacity, 0) ?? null).toBe(sup_capacity);
  });

  it("places the most students with the least total of ranks (shared data)", async () => {
    const { max_size, min_total_rank } = expected(name);
    expect(await answer(name, "sum")).toMatchObject({ size: max_size, wishes: min_total_rank });
  });

  it("has the known generous maximum profile: fewest last choices first (shared data)", async () => {
    const { max_size, generous_max_profile } = expected(name);
    expect(await answer(name, "generous")).toMatchObject({ size: max_size, profile: generous_max_profile });
  });

  it("has the known greedy maximum profile: most first choices first (shared data)", async () => {
    const { max_size, greedy_max_profile } = expected(name);
    expect(await answer(name, "greedy")).toMatchObject({ size: max_size, profile: greedy_max_profile });
  });

  it("places the most students with the least total of ranks when only three choices count (shared data)", async () => {
    const { top3_max_size, top3_min_total_rank } = expected(name);
    expect(await answer(name, "sum", 3)).toMatchObject({ size: top3_max_size, wishes: top3_min_total_rank });
  });
});

describe("reading project bidding data", () => {
  const preferences = "# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 3\n2: 1,3\n1: 2\n";

  it("counts projects from 0 in the capacities and from 1 in the lists", () => {
    expect(readProjects(preferences, "Supervisor,Capacity,Projects\nSupervisor 0,1,0 2\nSupervisor 1,0,1\n")).toEqual({
      projects: 3,
      lists: [[1, 3], [1, 3], [2]],
      supervisors: [
        { name: "Supervisor 0", capacity: 1, projects: [1, 3] },
        { name: "Supervisor 1", capacity: 0, projects: [2] },
      ],
    });
  });

  it("refuses a project beyond the number announced, and a number of students other than announced", () => {
    expect(() => readProjects(preferences.replace("2\n", "4\n"), null)).toThrow(RangeError);
    expect(() => readProjects(preferences, "Supervisor,Capacity,Projects\nSupervisor 0,1,3\n")).toThrow("project 4 of 3");
    expect(() => readProjects(preferences.replace("VOTERS: 3", "VOTERS: 4"), null)).toThrow("3 students");
  });

  it("gives a supervisor's capacity to all of their projects together", async () => {
    const year = readProjects(preferences, "Supervisor,Capacity,Projects\nSupervisor 0,1,0 2\nSupervisor 1,0,1\n");
    const { indicators } = await solved(projectRound("one-place", year, { wishes: "sum", choices: Infinity }));
    expect(indicators).toMatchObject({ placed: 1, reserve: 2, ranks: [1, 0] });
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { panelsRound } from "../../datasets/sortition/panels-round.ts";
import { type Pool, readPool } from "../../datasets/sortition/read-pool.ts";
import { run, solved } from "../engine/run-place.ts";

/** The data is licensed under the GPL and not part of this repository; see datasets/sortition/README.md. */
const FOLDER = new URL("../../../shared/data/sortition_scotland22/", import.meta.url);
const here = existsSync(new URL("candidates.csv", FOLDER));
const SIZE = 22;

const textOf = (file: string) => readFileSync(new URL(file, FOLDER), "utf8");
const scotland = () => readPool(textOf("features.csv"), textOf("candidates.csv"), "nationbuilder_id");

/** Ids of the people of a category. */
const peopleIn = ({ members }: Pool, feature: string, value: string) =>
  members.filter(({ features }) => features[feature] === value).map(({ id }) => id);

/** Categories of which `panels` panels need more people than the pool has. */
function runsOut(pool: Pool, panels: number, feature: string): string[] {
  const of = pool.quotas.filter((quota) => quota.feature === feature);
  return of.filter(({ value, min }) => panels * min > peopleIn(pool, feature, value).length).map(({ value }) => value);
}

describe.skipIf(!here)("the Scottish sortition pool", () => {
  it("is read as 150 people with four features and quotas for 22 of them (shared data)", () => {
    const { members, quotas } = scotland();
    expect(members).toHaveLength(150);
    expect([...new Set(quotas.map(({ feature }) => feature))]).toEqual(["Gender", "age_bracket", "edu_level", "geo_bucket"]);
    expect(quotas[0]).toEqual({ feature: "Gender", value: "Female", min: 11, max: 12 });
  });

  it("gives five disjoint panels that keep every quota (shared data)", async () => {
    const pool = scotland();
    const { outcomes, quality } = await solved(panelsRound("five", pool, { panels: 5, size: SIZE }));
    const seated = outcomes.flatMap((outcome) => ("promotion" in outcome ? [outcome] : []));
    expect([quality, seated.length, new Set(seated.map(({ candidate }) => candidate)).size]).toEqual([
      "proven-optimal",
      110,
      110,
    ]);
    for (const [panel, seats] of Map.groupBy(seated, ({ promotion }) => promotion)) {
      expect(seats, panel).toHaveLength(SIZE);
      const ids = new Set(seats.map(({ candidate }) => candidate));
      for (const { feature, value, min, max } of pool.quotas) {
        const count = peopleIn(pool, feature, value).filter((id) => ids.has(id)).length;
        expect(count, `${panel} ${value}`).toBeGreaterThanOrEqual(min);
        expect(count, `${panel} ${value}`).toBeLessThanOrEqual(max);
      }
    }
  });

  it("runs out of three areas and one age bracket at six panels, and of nothing at five (shared data)", () => {
    const pool = scotland();
    const features = [...new Set(pool.quotas.map(({ feature }) => feature))];
    expect(features.flatMap((feature) => runsOut(pool, 5, feature))).toEqual([]);
    expect(features.flatMap((feature) => runsOut(pool, 6, feature))).toEqual([
      "30-44",
      "Central Scotland",
      "South Scotland",
      "West Scotland",
    ]);
  });
});

describe("reading a sortition pool", () => {
  const features = "feature,value,min,max,min_flex,max_flex\nsex,F,1,2,0,2\nsex,M,0,1,0,1\n";
  const people = "id,name,sex\np1,somebody,F\np2,somebody,M\np3,somebody,F\n";

  it("takes ids and features, and no other column", () => {
    expect(readPool(features, people, "id")).toEqual({
      quotas: [
        { feature: "sex", value: "F", min: 1, max: 2 },
        { feature: "sex", value: "M", min: 0, max: 1 },
      ],
      members: [
        { id: "p1", features: { sex: "F" } },
        { id: "p2", features: { sex: "M" } },
        { id: "p3", features: { sex: "F" } },
      ],
    });
  });

  it("refuses a category without quota, a column that is missing and a row that is too short", () => {
    expect(() => readPool(features, people.replace("p2,somebody,M", "p2,somebody,X"), "id")).toThrow("sex X has no quota");
    expect(() => readPool(features, people, "nationbuilder_id")).toThrow("there is no column nationbuilder_id");
    expect(() => readPool(features, people.replace("somebody,M", "M"), "id")).toThrow(RangeError);
  });

  it("gives one panel from this pool with one woman at least, and refuses two without a second one to spare", async () => {
    const pool = readPool(features, people.replace("p3,somebody,F", "p3,somebody,M"), "id");
    const one = await solved(panelsRound("one", pool, { panels: 1, size: 2 }));
    expect(one.promotions[0]?.counts).toEqual({ sex: { F: 1, M: 1 } });
    const two = await run(panelsRound("two", pool, { panels: 2, size: 1 }));
    if (two.status !== "infeasible") throw new Error(two.status);
    const blamed = two.conflict.parts.map(
      ({ rule, subject }) => `${rule} ${subject.category ?? subject.candidate ?? subject.promotion}`,
    );
    expect(two.conflict.minimal).toBe(true);
    expect(new Set(blamed)).toEqual(
      new Set(["one-place p1", "promotion-size panel1", "promotion-size panel2", "representativeness F"]),
    );
  });
});

import { expect, test } from "vitest";
import { placeOf } from "../../server/planner/parts/issue-place.ts";
import { shippedRound } from "../server/running-service.ts";

const round = JSON.parse(shippedRound("tiny"));

test("a pointer into a list is a line of that list, counted from 1, with the id that stands on it", () => {
  expect(placeOf("/candidates/2/choices/0", round)).toEqual({
    list: "candidates",
    line: 3,
    id: round.candidates[2].id,
    field: "choices › 1",
  });
  expect(placeOf("/missions/0", round)).toEqual({ list: "missions", line: 1, id: round.missions[0].id, field: "" });
});

test("a pointer beside the lists is its field; the whole file has none", () => {
  expect(placeOf("/policy/tiers", round)).toEqual({ list: null, line: null, id: null, field: "policy › tiers" });
  expect(placeOf("", null)).toEqual({ list: null, line: null, id: null, field: "" });
});

test("signs that a pointer escapes are read back", () => {
  expect(placeOf("/a~1b~0c", null).field).toBe("a/b~c");
});

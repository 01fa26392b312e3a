import { expect, test } from "vitest";
import { z } from "zod";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { smallRound } from "./round-fixture.ts";

test("the schema can be published as JSON Schema, with nothing unknown let in", () => {
  const published = z.toJSONSchema(roundSchema);
  expect(published.additionalProperties).toBe(false);
  expect(published.required).toEqual(["schema", "id", "profile", "hosts", "missions", "promotions", "candidates"]);
});

test("reading by the schema changes nothing, so that a round is hashed as it was given", () => {
  expect(roundSchema.parse(smallRound())).toEqual(smallRound());
});

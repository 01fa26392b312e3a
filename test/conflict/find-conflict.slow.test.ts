import { expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulateRules } from "../../engine/formulate/formulate.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import type { ConflictPart } from "../../engine/conflict/find-conflict.ts";
import { pointViolations } from "../../engine/solvers/check-point.ts";
import { run } from "../engine/run-place.ts";
import { roundOf } from "../input/round-of.ts";

const SEEDS = Array.from({ length: 250 }, (_, i) => 20_000 + i);

/** Every set of arcs with at most any number per candidate: the rule `one-place` may be the one taken away. */
function everyChoice(instance: Instance): readonly (readonly number[])[] | null {
  if (instance.arcs.length > 12) return null;
  return Array.from({ length: 2 ** instance.arcs.length }, (_, bits) =>
    instance.arcs.flatMap((_arc, column) => ((bits >> column) & 1 ? [column] : [])),
  );
}

function rowsOf(model: LinearModel, part: ConflictPart): readonly number[] {
  const same = JSON.stringify([part.rule, part.subject]);
  return model.rowOrigins.flatMap((origin, row) =>
    origin.definition !== true && JSON.stringify([origin.source, origin.subject]) === same ? [row] : [],
  );
}

it("a conflict is one, and without any of its parts it is none, on infeasible tiny rounds by trying everything", async () => {
  let seen = 0;
  for (const seed of SEEDS) {
    const outcome = await run(tinyRound(seed));
    if (outcome.status !== "infeasible") continue;
    const instance = buildInstance(roundOf(tinyRound(seed)));
    const choices = everyChoice(instance);
    if (choices === null) continue;
    const { model, complete } = formulateRules(instance);
    const parts = outcome.conflict.parts.map((part) => rowsOf(model, part));
    expect(outcome.conflict.minimal).toBe(true);
    expect(parts.every((rows) => rows.length > 0)).toBe(true);
    // Per choice of arcs that keeps the definitions: the parts it breaks.
    const broken = choices.flatMap((arcs) => {
      const rows = new Set(pointViolations(model, complete(arcs)).map(({ index }) => index));
      if ([...rows].some((row) => at(model.rowOrigins, row).definition === true)) return [];
      return [parts.flatMap((own, part) => (own.some((row) => rows.has(row)) ? [part] : []))];
    });
    expect({ seed, kept: broken.some((list) => list.length === 0) }).toEqual({ seed, kept: false });
    parts.forEach((_, part) => {
      const without = broken.some((list) => list.every((other) => other === part));
      expect({ seed, part: outcome.conflict.parts[part], without }).toEqual({
        seed,
        part: outcome.conflict.parts[part],
        without: true,
      });
    });
    seen++;
  }
  expect(seen).toBeGreaterThan(15);
});

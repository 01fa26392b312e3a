import { expect, it } from "vitest";
import { infeasibleRounds } from "../../bench/conflicts/infeasible-rounds.ts";
import { judgeConflict } from "../../bench/conflicts/judge-conflict.ts";
import { findConflict } from "../../engine/conflict/find-conflict.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadGlpk } from "../../engine/solvers/glpk.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";

// Five hundred of them: `npm run bench:conflicts`, bench/CONFLICTS.md.
it("a conflict is one, and without any of its parts it is none, on forty infeasible tiny rounds", async () => {
  const [solver, other] = [checked(await loadHighs()), checked(await loadGlpk())];
  for (const { seed, instance } of await infeasibleRounds(20_000, 40, solver)) {
    const conflict = await findConflict(instance, { solver, now: () => performance.now() / 1000 });
    const { faults } = await judgeConflict(instance, conflict, other);
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    // The judge can say no: with a part too many, and with one too few.
    const [first, ...others] = conflict.parts;
    const judged = async (parts: typeof others) => (await judgeConflict(instance, { ...conflict, parts }, other)).faults;
    expect(await judged(others)).toContain("its parts can be kept together");
    if (first !== undefined) expect(await judged([...conflict.parts, first])).not.toEqual([]);
  }
});

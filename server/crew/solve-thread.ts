import type { SolveTask } from "../../engine/search/crew/crew.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { SolveResult } from "../../engine/solvers/solver.ts";

const solver = checked(await loadHighs());

/** What a thread of the crew does: solves one program. */
export default function solveTask({ model, request }: SolveTask): Promise<SolveResult> {
  return solver.solve(model, request);
}

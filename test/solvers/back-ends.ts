import { checked } from "../../engine/solvers/checked.ts";
import { loadGlpk } from "../../engine/solvers/glpk.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { javascriptLpSolver } from "../../engine/solvers/javascript-lp-solver.ts";
import type { Solver } from "../../engine/solvers/solver.ts";

/** What a back end can do of what the port allows to ask; where it cannot, the conformance suite asks for less. */
interface Capabilities {
  /** Stops after `maxSteps`, the same each time. */
  readonly steps: boolean;
  /** Reports progress, and stops when told to. */
  readonly progress: boolean;
  /** Still has a bound when stopped by a limit. */
  readonly boundAtLimit: boolean;
  /** Solves models with whole columns that have no bounds at all; if not, it says so. */
  readonly freeWholeColumns: boolean;
  /** The largest generalised assignment instances it proves within seconds. */
  readonly instances: readonly string[];
}

export interface BackEnd {
  readonly solver: Solver;
  readonly capabilities: Capabilities;
}

/** Every back end, checked. */
export async function loadBackEnds(): Promise<BackEnd[]> {
  return [
    {
      solver: checked(await loadHighs()),
      capabilities: {
        steps: true,
        progress: true,
        boundAtLimit: true,
        freeWholeColumns: true,
        instances: ["gap1-0", "gap3-0", "gap5-0", "gap8-0", "gap12-0", "a05100"],
      },
    },
    {
      solver: checked(await loadGlpk()),
      capabilities: {
        steps: false,
        progress: false,
        boundAtLimit: false,
        freeWholeColumns: true,
        instances: ["gap1-0", "gap3-0", "gap5-0", "a05100"],
      },
    },
    {
      solver: checked(javascriptLpSolver(() => performance.now())),
      capabilities: {
        steps: false,
        progress: false,
        boundAtLimit: false,
        freeWholeColumns: false,
        instances: ["gap1-0", "gap3-0"],
      },
    },
  ];
}

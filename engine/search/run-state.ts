import type { Formulation, StageLock } from "../formulate/formulate.ts";
import { type Stage, stagesOf } from "../formulate/stages.ts";
import type { Instance } from "../model/instance.ts";
import type { SolveProgress } from "../solvers/solver.ts";
import type { Budget } from "./budget.ts";
import type { PendingBound } from "./crew/pending-bound.ts";
import { openPosition, type Position } from "./local/position.ts";
import type { RunPorts } from "./run.ts";

/** What every part of a run works on. */
export interface RunState {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  readonly ports: RunPorts;
  readonly budget: Budget;
  /** The incumbent, worked on in place; at a lawful placement between the parts of a run. */
  readonly position: Position;
  /** Whether the clock has ended some part of the run before its steps did: nothing after it need be the same again. */
  readonly clock: { cut: boolean };
  /** How many stages one program has led to together: what is left of them is to be proven. */
  readonly led: { count: number };
  /** Bounds asked for and not yet looked at, by the order of their stages. */
  readonly pending: PendingBound[];
  /** What the bound makers keep from stage to stage. */
  readonly memory: Map<string, unknown>;
}

/** The state at the beginning of a search, with a lawful placement (arcs ascending) as its incumbent. */
export function openRunState(instance: Instance, ports: RunPorts, budget: Budget, arcs: readonly number[]): RunState {
  const stages = stagesOf(instance);
  return {
    instance,
    stages,
    ports,
    budget,
    position: openPosition(instance, stages, arcs),
    clock: { cut: false },
    led: { count: 0 },
    pending: [],
    memory: new Map(),
  };
}

/** The stage at work: `stages[locks.length]`, and its program, written when first asked for. */
export interface StageWork {
  readonly stage: Stage;
  readonly locks: readonly StageLock[];
  readonly formulation: () => Formulation;
}

/** The incumbent's value of a stage in the stage's own sense. */
export function valueAt({ position, stages }: RunState, index: number): number {
  const value = position.dials[index]?.value() ?? 0;
  return stages[index]?.sense === "maximise" ? 0 - value : value;
}

/** Whether the clock or the caller ends the run; steps are not asked. */
export function mustStop({ ports, budget }: RunState): boolean {
  return budget.exhausted() === "time" || ports.cancelled?.() === true;
}

/** What ended the run, or `null` while it may go on. */
export function limitReached({ ports, budget }: RunState): "cancel" | "time" | "steps" | null {
  return ports.cancelled?.() === true ? "cancel" : budget.exhausted();
}

/** Tells the caller where a stage stands. */
export function report(
  { ports }: RunState,
  stage: Stage,
  { incumbent, bound }: Pick<SolveProgress, "incumbent" | "bound">,
): void {
  const { objectives, sense, tier, entry } = stage;
  ports.onProgress?.({ seconds: ports.now(), tier: tier + 1, entry: entry + 1, objectives, sense, incumbent, bound });
}

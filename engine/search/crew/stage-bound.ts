import type { BoundCertificate } from "../../domain/bound-certificate.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import type { Instance } from "../../model/instance.ts";
import type { SolveLimit } from "../../solvers/solver.ts";
import type { Guide } from "../bounds/guide.ts";
import type { Random } from "../random.ts";
import type { SearchPorts } from "../search-ports.ts";

/** Asks how good the stage `stages[locks.length]` can become under the locks of the stages before it. */
export interface BoundQuestion {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  readonly locks: readonly StageLock[];
  /** Arcs of a lawful placement within the locks, ascending: the incumbent. */
  readonly arcs: readonly number[];
  /** The incumbent's value in the stage, in its own sense. */
  readonly value: number;
  /** The bound known so far. */
  readonly bound: number;
  /** Work allowed, in steps of the solver, and the safety net in seconds. */
  readonly maxSteps: number;
  readonly maxSeconds: number;
  /** Kept from question to question within a run, for whoever answers (multipliers, columns); by a key of their own. */
  readonly memory: Map<string, unknown>;
}

/** A placement near an answer, its arcs ascending; with random numbers another one not far from it; `kept`: arcs that are taken before all others. */
export type NearPlacement = (random?: Random, kept?: readonly number[]) => readonly number[];

/** What is proven of a stage, and what was met on the way. */
export interface BoundAnswer {
  /** No lawful placement within the locks is better than this whole number. */
  readonly bound: number;
  /** A lawful placement within the locks that is better than the incumbent, if one was met. */
  readonly arcs?: readonly number[];
  /** Placements near the answer of a relaxation, the most promising first, each worked out when asked for: they may break a rule or a lock. */
  readonly near?: readonly NearPlacement[];
  /** What the relaxation's answer says about openings. */
  readonly guide?: Guide;
  /** A proof of the bound that needs no solver to repeat. */
  readonly certificate?: BoundCertificate;
  /** The best multipliers of whole compositions, where the bound is theirs: what they show to be too dear need not be looked at. */
  readonly multipliers?: Float64Array;
  readonly steps: number;
  /** What cut the work short, or `null`. */
  readonly limit: SolveLimit | null;
}

/** A way to bound a stage; `null` where it has nothing to say about it. The same question gives the same answer unless the clock ended it. */
export type BoundMaker = (question: BoundQuestion, ports: SearchPorts) => Promise<BoundAnswer | null>;

import type { Conflict, ConflictPart } from "../../engine/conflict/find-conflict.ts";
import { type Part, partOf } from "../../engine/conflict/row-groups.ts";
import { formulateRules } from "../../engine/formulate/formulate.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import { pointViolations } from "../../engine/solvers/check-point.ts";
import type { Solver } from "../../engine/solvers/solver.ts";

/** Arcs up to which every set of them is tried. */
const MOST_ARCS = 14;

/** What is wrong with a conflict: empty where its parts cannot be kept together and any one less can. `by`: how that was found out. */
export interface Judgement {
  readonly by: "trying everything" | "another solver";
  readonly faults: readonly string[];
}

/** Judges a conflict without the code that found it: by every set of arcs where these are few, else by asking another solver. */
export async function judgeConflict(instance: Instance, { parts, minimal }: Conflict, other: Solver): Promise<Judgement> {
  const { model, complete } = formulateRules(instance);
  const rows = parts.map((part) => rowsOf(model, part));
  const by = instance.arcs.count <= MOST_ARCS ? "trying everything" : "another solver";
  const possible = by === "trying everything" ? byTryingEverything(instance, model, complete) : bySolver(other);
  const canKeep = (chosen: readonly number[]) =>
    possible(partOf(model, [{ origin: at(model.rowOrigins, 0), rows: chosen.flatMap((part) => at(rows, part)) }]));
  const faults: string[] = minimal ? [] : ["not minimal by its own account"];
  if (rows.some((own) => own.length === 0)) faults.push("a part that stands for no row");
  if (await canKeep(parts.map((_, part) => part))) faults.push("its parts can be kept together");
  for (const part of parts.keys()) {
    const less = [...parts.keys()].filter((each) => each !== part);
    if (!(await canKeep(less))) faults.push(`part ${JSON.stringify(parts[part])} is not needed`);
  }
  return { by, faults };
}

type CanKeep = (part: Part) => boolean | Promise<boolean>;

function rowsOf(model: LinearModel, part: ConflictPart): readonly number[] {
  const same = JSON.stringify([part.rule, part.subject]);
  return model.rowOrigins.flatMap((origin, row) =>
    origin.definition !== true && JSON.stringify([origin.source, origin.subject]) === same ? [row] : [],
  );
}

/** Every set of arcs, also with several of one candidate: the rule `one-place` may be the one taken away. */
function byTryingEverything(instance: Instance, model: LinearModel, complete: (arcs: Iterable<number>) => Float64Array): CanKeep {
  const broken = Array.from({ length: 2 ** instance.arcs.count }, (_, bits) => {
    const arcs = instance.arcs.all().filter((arc) => (bits >> arc) & 1);
    return new Set(pointViolations(model, complete(arcs)).map(({ index }) => index));
  });
  return ({ rows }) => broken.some((bad) => !rows.some((row) => bad.has(row)));
}

function bySolver(solver: Solver): CanKeep {
  return async (part) => {
    const answer = await solver.solve(part.model, {});
    if (answer.status === "infeasible") return false;
    if (answer.status === "optimal" || answer.status === "feasible") return true;
    throw new Error(`the other solver could not say: ${answer.status}`);
  };
}

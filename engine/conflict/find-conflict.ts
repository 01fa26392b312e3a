import type { RuleId } from "../domain/policy.ts";
import { formulateRules } from "../formulate/formulate.ts";
import type { Instance } from "../model/instance.ts";
import type { LinearModel, Origin } from "../model/linear-model.ts";
import { profileOf } from "../profiles/catalogue.ts";
import type { RunPorts } from "../search/run.ts";
import { alternativeSystem } from "./alternative-system.ts";
import { groupRows, partOf, type RowGroup } from "./row-groups.ts";

/** A rule that takes part in a conflict, and about whom: ids by kind. */
export interface ConflictPart {
  readonly rule: RuleId;
  readonly article: string;
  readonly subject: Readonly<Record<string, string>>;
}

/** Rules that cannot all be kept. `minimal`: without any one of them the others can; else the limits ended the search early. */
export interface Conflict {
  readonly parts: readonly ConflictPart[];
  readonly minimal: boolean;
}

/** Asks whether some groups conflict; `unanswered` once a question found no answer within the limits. */
interface Inquiry {
  readonly conflicting: (kept: readonly RowGroup[]) => Promise<boolean>;
  readonly unanswered: () => boolean;
  readonly left: () => number;
}

/**
 * A minimal set of rules and subjects that no placement can keep together, in an infeasible round. The linear relaxation is asked first: where
 * it has no solution, one linear program names a few rows that conflict. Else, or where these do not hold up, all rows come into question,
 * those of rules that every round has as one group each at first. What comes into question is made minimal by QuickXplain (Junker 2004), each
 * question a solve of the integer program itself, so that conflicts of whole numbers are found, and minimal, too.
 */
export async function findConflict(instance: Instance, ports: RunPorts): Promise<Conflict> {
  const { origins, minimal } = await minimalConflict(formulateRules(instance).model, ports, instance.round.limits.seconds);
  const { citations } = profileOf(instance.round);
  const parts = origins.map(({ source, subject }) => {
    const rule = source as RuleId;
    return { rule, article: citations[rule].article, subject };
  });
  return { parts, minimal };
}

/** What the rows of a minimal conflict of an infeasible program stand for, each once. `minimal`: as in `Conflict`. */
export async function minimalConflict(
  model: LinearModel,
  ports: RunPorts,
  seconds: number,
): Promise<{ readonly origins: readonly Origin[]; readonly minimal: boolean }> {
  const inquiry = openInquiry(model, ports, seconds);
  const explanation = await quickXplain([], false, await suspects(model, ports, inquiry), inquiry.conflicting);
  return { origins: explanation.map(({ origin }) => origin), minimal: !inquiry.unanswered() };
}

function openInquiry(model: LinearModel, ports: RunPorts, seconds: number): Inquiry {
  const ends = ports.now() + seconds;
  let unanswered = false;
  const left = () => ends - ports.now();
  return {
    left,
    unanswered: () => unanswered,
    conflicting: async (kept) => {
      if (left() <= 0 || ports.cancelled?.() === true) {
        unanswered = true;
        return false;
      }
      const answer = await ports.solver.solve(partOf(model, kept).model, { maxSeconds: left() });
      if (answer.status === "infeasible") return true;
      if (answer.status !== "optimal" && answer.status !== "feasible") unanswered = true;
      return false;
    },
  };
}

/** Groups among which the conflict is to be found. */
async function suspects(model: LinearModel, ports: RunPorts, inquiry: Inquiry): Promise<readonly RowGroup[]> {
  const linear = await conflictOfRelaxation(model, ports, inquiry);
  if (linear !== null && (await inquiry.conflicting(linear))) return linear;
  const coarse = await quickXplain([], false, groupRows(model, false), inquiry.conflicting);
  const sources = new Set(coarse.map(({ origin }) => origin.source));
  const rows = new Set(coarse.flatMap((group) => group.rows));
  return groupRows(model, true).filter((group) => sources.has(group.origin.source) && group.rows.every((row) => rows.has(row)));
}

/** The groups with a row in a conflict of the linear relaxation; `null` where it has a solution or nothing was found out. */
async function conflictOfRelaxation(model: LinearModel, ports: RunPorts, inquiry: Inquiry): Promise<readonly RowGroup[] | null> {
  const system = alternativeSystem(model);
  const answer = await ports.solver.solve(system.model, { maxSeconds: Math.max(0, inquiry.left() / 2) });
  if (answer.status !== "optimal" && answer.status !== "feasible") return null;
  const rows = system.rowsIn(answer.point);
  return groupRows(model, true).filter((group) => group.rows.some((row) => rows.has(row)));
}

/** QuickXplain: a minimal part of `groups` that conflicts together with `background`; `grown`: the background changed since the last check. */
async function quickXplain(
  background: readonly RowGroup[],
  grown: boolean,
  groups: readonly RowGroup[],
  conflicting: (kept: readonly RowGroup[]) => Promise<boolean>,
): Promise<readonly RowGroup[]> {
  if (grown && (await conflicting(background))) return [];
  if (groups.length <= 1) return groups;
  const half = Math.ceil(groups.length / 2);
  const [first, second] = [groups.slice(0, half), groups.slice(half)];
  const inSecond = await quickXplain([...background, ...first], first.length > 0, second, conflicting);
  const inFirst = await quickXplain([...background, ...inSecond], inSecond.length > 0, first, conflicting);
  return [...inFirst, ...inSecond];
}

import type { RuleId } from "../domain/policy.ts";
import { formulateRules } from "../formulate/formulate.ts";
import { at, type Instance } from "../model/instance.ts";
import type { LinearModel, Origin } from "../model/linear-model.ts";
import { profileOf } from "../profiles/catalogue.ts";
import type { RunPorts } from "./run.ts";

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

/** Rows of one rule about one subject: they stand or fall together. */
interface Group {
  readonly origin: Origin;
  readonly rows: readonly number[];
}

/**
 * A minimal set of rules and subjects that no placement can keep together, in an infeasible round: QuickXplain (Junker 2004) over
 * groups of rows, each question a solve of the integer program itself, so that conflicts of whole numbers are found too. Rules that
 * every round has come as one group each at first; only those that take part are looked at subject by subject.
 */
export async function findConflict(instance: Instance, ports: RunPorts): Promise<Conflict> {
  const { model } = formulateRules(instance);
  const ends = ports.now() + instance.round.limits.seconds;
  let unanswered = false;
  const conflicting = async (kept: readonly Group[]): Promise<boolean> => {
    const maxSeconds = ends - ports.now();
    if (maxSeconds <= 0 || ports.cancelled?.() === true) {
      unanswered = true;
      return false;
    }
    const answer = await ports.solver.solve(keepRows(model, kept), { maxSeconds });
    if (answer.status === "infeasible") return true;
    if (answer.status !== "optimal" && answer.status !== "feasible") unanswered = true;
    return false;
  };
  const coarse = await quickXplain([], false, groupRows(model, false), conflicting);
  const sources = new Set(coarse.map(({ origin }) => origin.source));
  const rows = new Set(coarse.flatMap((group) => group.rows));
  const fine = groupRows(model, true).filter(
    (group) => sources.has(group.origin.source) && group.rows.every((row) => rows.has(row)),
  );
  const explanation = await quickXplain([], false, fine, conflicting);
  const { citations } = profileOf(instance.round);
  const parts = explanation.map(({ origin }) => {
    const rule = origin.source as RuleId;
    return { rule, article: citations[rule].article, subject: origin.subject };
  });
  return { parts, minimal: !unanswered };
}

/** Rules every round has; what only some rounds ask for comes after them, where QuickXplain looks for the conflict first. */
const COMMON: readonly string[] = ["one-place", "mission-capacity", "promotion-size", "no-idle-seat"];

/** Rows by rule and subject; common rules by rule alone unless `apart`. `mustHold` is a decision of its own. */
function groupRows(model: LinearModel, apart: boolean): readonly Group[] {
  const groups = new Map<string, { origin: Origin; rows: number[] }>();
  const isCommon = ({ origin }: Group) => COMMON.includes(origin.source) && origin.subject.mustHold === undefined;
  model.rowOrigins.forEach((origin, row) => {
    if (origin.definition === true) return;
    const whole = !apart && isCommon({ origin, rows: [] });
    const key = JSON.stringify(whole ? origin.source : [origin.source, origin.subject]);
    const group = groups.get(key) ?? { origin, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  });
  const all = [...groups.values()];
  return [...all.filter(isCommon), ...all.filter((group) => !isCommon(group))];
}

/** The model with only the definitions and the rows of some groups. */
function keepRows(model: LinearModel, groups: readonly Group[]): LinearModel {
  const kept = new Set(groups.flatMap(({ rows }) => rows));
  const stays = (row: number) => kept.has(row) || at(model.rowOrigins, row).definition === true;
  return {
    ...model,
    rowLower: model.rowLower.map((bound, row) => (stays(row) ? bound : -Infinity)),
    rowUpper: model.rowUpper.map((bound, row) => (stays(row) ? bound : Infinity)),
  };
}

/** QuickXplain: a minimal part of `groups` that conflicts together with `background`; `grown`: the background changed since the last check. */
async function quickXplain(
  background: readonly Group[],
  grown: boolean,
  groups: readonly Group[],
  conflicting: (kept: readonly Group[]) => Promise<boolean>,
): Promise<readonly Group[]> {
  if (grown && (await conflicting(background))) return [];
  if (groups.length <= 1) return groups;
  const half = Math.ceil(groups.length / 2);
  const [first, second] = [groups.slice(0, half), groups.slice(half)];
  const inSecond = await quickXplain([...background, ...first], first.length > 0, second, conflicting);
  const inFirst = await quickXplain([...background, ...inSecond], inSecond.length > 0, first, conflicting);
  return [...inFirst, ...inSecond];
}

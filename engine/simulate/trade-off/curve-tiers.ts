import { type InputIssue, inputIssue } from "../../domain/input-issue.ts";
import type { ObjectiveId, Tier } from "../../domain/policy.ts";
import type { TierJson } from "../../input/policy-schema.ts";

/** The tiers a curve is solved under. */
export type CurveTiers =
  | {
      readonly ok: true;
      /** As given up to the tier that gives; then it, with this allowance; then the one that gains; then the others. */
      readonly withAllowance: (allowance: number) => readonly TierJson[];
      /** The tier that gains in front of the one that gives. */
      readonly gainFirst: readonly TierJson[];
    }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Puts the two tiers of a curve next to each other; issues name `/give` or `/gain`. */
export function openCurve(tiers: readonly Tier[], give: ObjectiveId, gain: ObjectiveId): CurveTiers {
  const [from, to] = [indexOf(tiers, give), indexOf(tiers, gain)];
  const [giving, gaining] = [tiers[from], tiers[to]];
  const issues = [
    ...(giving === undefined ? [issue("/give", `The policy has no tier ${give}`)] : []),
    ...(gaining === undefined ? [issue("/gain", `The policy has no tier ${gain}`)] : []),
    ...(give === "placed" ? [issue("/give", "No other tier may spend the tier placed")] : []),
    ...(gain === "lottery" ? [issue("/gain", "The lottery has no value to gain")] : []),
    ...(giving !== undefined && gaining !== undefined && to <= from
      ? [issue("/gain", `${gain} does not come after ${give}: it already goes first`)]
      : []),
  ];
  if (giving === undefined || gaining === undefined || issues.length > 0) return { ok: false, issues };
  const others = tiers.slice(from + 1).filter((tier) => tier !== gaining);
  const before = tiers.slice(0, from).map(given);
  const strict = { ...given(gaining), allowance: { absolute: 0 } };
  return {
    ok: true,
    withAllowance: (absolute) => [...before, { ...given(giving), allowance: { absolute } }, strict, ...others.map(given)],
    gainFirst: [...before, strict, { ...given(giving), allowance: { absolute: 0 } }, ...others.map(given)],
  };
}

function indexOf(tiers: readonly Tier[], objective: ObjectiveId): number {
  return tiers.findIndex(({ objectives }) => objectives.includes(objective));
}

function issue(path: string, detail: string): InputIssue {
  return inputIssue("value-invalid", path, { detail });
}

function given({ objectives, weights, allowance }: Tier): TierJson {
  return { objectives: [...objectives], weights: [...weights], allowance };
}

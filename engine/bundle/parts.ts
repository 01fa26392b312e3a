import type { Result } from "../domain/result.ts";
import type { RoundJson } from "../input/round-schema.ts";
import { PROFILES } from "../profiles/catalogue.ts";
import type { BundleEntry, BundlePart, Payload } from "./bundle.ts";

/** A payload and the part it belongs to. */
export interface Part {
  readonly part: BundlePart;
  readonly payload: Payload;
}

type Fields = Readonly<Record<string, unknown>>;

const ROUND_LISTS = ["hosts", "missions", "promotions", "candidates", "pins", "published"] as const;
const RESULT_LISTS = ["outcomes", "missions", "issues"] as const;

/** The parts of a round and its result; what JSON does not write (absent fields) is not in them. */
export function partsOf(round: RoundJson, result: Result): readonly Part[] {
  const { certificate, effectivePolicy, ...figures } = result;
  const { bounds, reasons, ...statement } = certificate;
  const one = (part: BundlePart, payload: unknown): Part => ({ part, payload: JSON.parse(JSON.stringify(payload)) });
  const lists = (name: "round" | "result", value: Fields, keys: readonly string[]): Part[] => [
    // The empty lists say which there were.
    one(name, Object.fromEntries(Object.entries(value).map(([key, field]) => [key, keys.includes(key) ? [] : field]))),
    ...keys.flatMap((key) => ((value[key] ?? []) as unknown[]).map((element) => one(`${name}/${key}` as BundlePart, element))),
  ];
  return [
    ...lists("round", { ...round }, ROUND_LISTS),
    one("policy", effectivePolicy),
    one("profile", PROFILES.get(certificate.profile) ?? null),
    ...lists("result", { ...figures }, RESULT_LISTS),
    one("certificate", statement),
    one("bounds", bounds),
    ...(reasons === undefined ? [] : [one("reasons", reasons)]),
  ];
}

/** A bundle's contents put together again. */
export interface Contents {
  readonly round: unknown;
  readonly result: unknown;
  readonly profile: unknown;
}

/** Puts the payloads together again; `null` where one was erased, or a part that there is one of is missing or there twice. */
export function contentsOf(entries: readonly BundleEntry[]): Contents | null {
  const whole = entries.flatMap((entry) => ("payload" in entry ? [entry] : []));
  if (whole.length < entries.length) return null;
  const byPart = Map.groupBy(whole, ({ part }) => part);
  const payloads = (part: BundlePart): unknown[] => (byPart.get(part) ?? []).map(({ payload }) => payload);
  const single = (["round", "policy", "profile", "result", "certificate", "bounds"] as const).map(payloads);
  if (single.some(({ length }) => length !== 1)) return null;
  const reasons = payloads("reasons");
  if (reasons.length > 1) return null;
  const [round, effectivePolicy, profile, result, certificate, bounds] = single.map(([payload]) => payload);
  const filled = (name: "round" | "result", value: unknown, keys: readonly string[]): Fields => {
    const lists = keys.map((key) => [key, payloads(`${name}/${key}` as BundlePart)] as const);
    const fields = { ...(value as Fields) };
    return { ...fields, ...Object.fromEntries(lists.filter(([key, list]) => key in fields || list.length > 0)) };
  };
  return {
    round: filled("round", round, ROUND_LISTS),
    result: {
      ...filled("result", result, RESULT_LISTS),
      effectivePolicy,
      certificate: { ...(certificate as Fields), bounds, ...(reasons.length === 0 ? {} : { reasons: reasons[0] }) },
    },
    profile,
  };
}

import type { RoundJson } from "../../input/round-schema.ts";
import { sameJson } from "./same-json.ts";
import type { Solved } from "./solved.ts";

/** Entries of a list that one round has and the other has not, or has otherwise. */
export interface ListDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

/** What two rounds ask differently. */
export interface RoundDifferences {
  readonly hosts: ListDifferences;
  readonly missions: ListDifferences;
  readonly promotions: ListDifferences;
  readonly candidates: ListDifferences;
  /** Candidates about whom other decisions were made. */
  readonly pins: readonly string[];
  /** Keys of the effective policy. */
  readonly policy: readonly string[];
  readonly profile: boolean;
  /** Of the draw: ties are then decided anew. */
  readonly seed: boolean;
}

/** What the second round asks differently from the first. */
export function roundDifferences({ round: base, result: baseResult }: Solved, { round, result }: Solved): RoundDifferences {
  const [one, two] = [baseResult.effectivePolicy, result.effectivePolicy];
  // The keys of a policy are those of its type.
  const keys = Object.keys({ ...one, ...two }) as (keyof typeof one)[];
  return {
    hosts: differences(base.hosts, round.hosts),
    missions: differences(base.missions, round.missions),
    promotions: differences(base.promotions, round.promotions),
    candidates: differences(base.candidates, round.candidates),
    pins: pinDifferences(base, round),
    policy: keys.filter((key) => !sameJson(one[key], two[key])).sort(),
    profile: base.profile !== round.profile,
    seed: baseResult.certificate.seed !== result.certificate.seed,
  };
}

interface Named {
  readonly id: string;
}

function differences(base: readonly Named[], other: readonly Named[]): ListDifferences {
  const [before, after] = [byId(base), byId(other)];
  const changed = [...after].flatMap(([id, entry]) => {
    const was = before.get(id);
    const fields = was === undefined || was === entry ? [] : changedFields(was, entry);
    return fields.length === 0 ? [] : [{ id, fields }];
  });
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).sort(),
    removed: [...before.keys()].filter((id) => !after.has(id)).sort(),
    changed: changed.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function byId(entries: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function changedFields(before: object, after: object): string[] {
  const [one, two] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))];
  return [...new Set([...one.keys(), ...two.keys()])].filter((field) => !sameJson(one.get(field), two.get(field))).sort();
}

function pinDifferences(base: RoundJson, other: RoundJson): string[] {
  const perCandidate = ({ pins }: RoundJson) => Map.groupBy(pins ?? [], ({ candidate }) => candidate);
  const [one, two] = [perCandidate(base), perCandidate(other)];
  const texts = (pins: readonly unknown[] | undefined) => (pins ?? []).map((pin) => JSON.stringify(pin)).sort();
  return [...new Set([...one.keys(), ...two.keys()])].filter((id) => !sameJson(texts(one.get(id)), texts(two.get(id)))).sort();
}

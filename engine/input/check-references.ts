import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Draft, Entry, Named } from "./draft.ts";

/** Ids and references: each id once in its list, and every name means somebody (a member's mission may be unknown). */
export function* checkReferences(draft: Draft): Generator<InputIssue> {
  for (const ids of Object.values(draft.ids)) yield* duplicates(ids ?? []);
  yield* duplicates(draft.published.map(({ value, path }) => ({ value: value.candidate, path: `${path}/candidate` })));
  const known = knownIds(draft);

  for (const { value, path } of draft.missions) {
    yield* reference(known, "host", value.host, `${path}/host`);
    if (value.reservedFor) yield* reference(known, "candidate", value.reservedFor, `${path}/reservedFor`);
  }
  for (const { value, path } of draft.candidates) {
    for (const [rank, choice] of value.choices.entries()) {
      const place = `${path}/choices/${rank}`;
      if (typeof choice === "string") yield* reference(known, "mission", choice, place);
      else if ("missions" in choice) yield* missions(known, choice.missions, `${place}/missions`);
      else yield* missions(known, choice, place);
    }
  }
  for (const { value, path } of draft.pins) {
    yield* reference(known, "candidate", value.candidate, `${path}/candidate`);
    if ("promotion" in value) yield* placement(known, value, path);
    if ("not" in value) yield* placement(known, value.not, `${path}/not`);
  }
  for (const { value, path } of draft.published) {
    yield* reference(known, "candidate", value.candidate, `${path}/candidate`);
    yield* placement(known, value, path);
  }
}

type Known = Readonly<Record<Named, ReadonlySet<string> | null>>;

function knownIds({ ids }: Draft): Known {
  const set = (kind: Named) => ids[kind] && new Set(ids[kind].map((entry) => entry.value));
  return { host: set("host"), mission: set("mission"), promotion: set("promotion"), candidate: set("candidate") };
}

function* duplicates(ids: readonly Entry<string>[]): Generator<InputIssue> {
  const seen = new Set<string>();
  for (const { value: id, path } of ids) {
    if (seen.has(id)) yield inputIssue("id-duplicate", path, { id });
    seen.add(id);
  }
}

function* reference(known: Known, kind: Named, id: string, path: string): Generator<InputIssue> {
  if (known[kind]?.has(id) === false) yield inputIssue("reference-unknown", path, { kind, id });
}

function* missions(known: Known, ids: readonly string[], path: string): Generator<InputIssue> {
  for (const [index, id] of ids.entries()) yield* reference(known, "mission", id, `${path}/${index}`);
}

interface MaybePlacement {
  readonly promotion?: string | null | undefined;
  readonly missions?: readonly string[] | null | undefined;
}

function* placement(known: Known, named: MaybePlacement, path: string): Generator<InputIssue> {
  if (named.promotion) yield* reference(known, "promotion", named.promotion, `${path}/promotion`);
  if (named.missions) yield* missions(known, named.missions, `${path}/missions`);
}

import { type InputIssue, inputIssue } from "../../domain/input-issue.ts";
import { pointer } from "../../input/json-pointer.ts";
import type { Patch, PatchKind } from "../../input/patch-schema.ts";
import type { RoundJson } from "../../input/round-schema.ts";

/** What a patch took along without naming it, so that nothing disappears unsaid. */
export type Consequence =
  | { readonly kind: "pin-dropped"; readonly candidate: string; readonly patch: number }
  | { readonly kind: "published-dropped"; readonly candidate: string; readonly patch: number }
  /** Reserved for a candidate who has withdrawn (Art. 9): open to nobody else. */
  | { readonly kind: "mission-closed"; readonly mission: string; readonly patch: number };

/** The round after a patch; with issues it is the round before it. */
export interface Step {
  readonly round: RoundJson;
  readonly issues?: readonly InputIssue[];
  readonly dropped?: readonly Unnumbered[];
}

type Unnumbered = Consequence extends infer One ? (One extends unknown ? Omit<One, "patch"> : never) : never;

/** Applies one kind of patch; `path` is the patch's own place, for its issues. */
export type Apply<Kind extends PatchKind> = (round: RoundJson, patch: Extract<Patch, { kind: Kind }>, path: string) => Step;

interface Lists {
  readonly host: "hosts";
  readonly mission: "missions";
  readonly promotion: "promotions";
  readonly candidate: "candidates";
}
const LISTS: Lists = { host: "hosts", mission: "missions", promotion: "promotions", candidate: "candidates" };

type EntryOf<Name extends keyof Lists> = RoundJson[Lists[Name]][number];

/** The round with one entry of a list changed; an issue where there is none with this id. */
export function change<Name extends keyof Lists>(
  round: RoundJson,
  name: Name,
  id: string,
  path: string,
  changed: (entry: EntryOf<Name>) => EntryOf<Name>,
): Step {
  const list: readonly EntryOf<Name>[] = round[LISTS[name]];
  if (!list.some((entry) => entry.id === id)) {
    return { round, issues: [inputIssue("reference-unknown", pointer(path, name), { kind: name, id })] };
  }
  return { round: { ...round, [LISTS[name]]: list.map((entry) => (entry.id === id ? changed(entry) : entry)) } };
}

/** The round with one entry more; an issue where the id is taken. */
export function add<Name extends keyof Lists>(round: RoundJson, name: Name, entry: EntryOf<Name>, path: string): Step {
  const list: readonly EntryOf<Name>[] = round[LISTS[name]];
  if (list.some(({ id }) => id === entry.id)) {
    return { round, issues: [inputIssue("id-duplicate", pointer(path, name, "id"), { id: entry.id })] };
  }
  return { round: { ...round, [LISTS[name]]: [...list, entry] } };
}

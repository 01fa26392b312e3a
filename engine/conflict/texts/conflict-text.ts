import type { RuleId } from "../../domain/policy.ts";
import type { Conflict, ConflictPart } from "../find-conflict.ts";
import type { Relaxation, RelaxationSet } from "../relaxation.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { TextKey } from "./text-key.ts";

/** Languages in which a conflict can be told. */
export type ConflictLanguage = "fr" | "nl" | "de" | "en";

const TEXTS: Readonly<Record<ConflictLanguage, Readonly<Record<TextKey, string>>>> = { fr, nl, de, en };

function filled(key: TextKey, values: Readonly<Record<string, string>>, language: ConflictLanguage): string {
  return TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "?");
}

/** Rules of the planner's own have no article. */
function source(article: string, language: ConflictLanguage): string {
  return /^\d/.test(article) ? filled("article", { article }, language) : filled("operational", {}, language);
}

function keyOf({ rule, subject }: ConflictPart): TextKey {
  switch (rule) {
    case "one-place":
    case "representativeness":
    case "regional-balance":
    case "cross-region":
      return rule;
    case "no-idle-seat":
      return subject.candidate === undefined ? "no-idle-seats" : rule;
    case "mission-capacity":
      return subject.host === undefined ? "mission-places" : "host-places";
    case "promotion-size":
      return subject.mustHold === undefined ? "promotion-size" : "must-hold";
    case "pins":
      return subject.kind === "place" ? "pin-place" : subject.kind === "reserve" ? "pin-reserve" : "pin-forbid";
    default:
      return "other";
  }
}

/** A part of a conflict in words: the article and what it asks, of whom. */
function conflictPartText(part: ConflictPart, language: ConflictLanguage): string {
  return `${source(part.article, language)}: ${filled(keyOf(part), { ...part.subject, rule: part.rule }, language)}`;
}

/** Parts of one rule beyond which they are said together. */
const FEW_PARTS = 3;
const FEW_NAMES = 12;
const TOGETHER: Readonly<Partial<Record<RuleId, TextKey>>> = {
  "one-place": "one-place-many",
  "mission-capacity": "places-many",
  "promotion-size": "promotion-size-many",
  "no-idle-seat": "no-idle-seats",
};

/** Whom parts concern: the first few by name. */
function namesIn(parts: readonly ConflictPart[]): string {
  const names = parts.map(({ subject }) => subject.candidate ?? subject.mission ?? subject.host ?? subject.promotion ?? "");
  return names.length > FEW_NAMES ? `${names.slice(0, FEW_NAMES).join(", ")} …` : names.join(", ");
}

/** Parts of a conflict in words, a line each; many of one rule that every round has in one line. */
export function conflictPartLines(parts: readonly ConflictPart[], language: ConflictLanguage): readonly string[] {
  const byRule = Map.groupBy(parts, ({ rule, subject }) => (subject.mustHold === undefined ? rule : `${rule} must hold`));
  return [...byRule.values()].flatMap((same) => {
    const [first] = same;
    const key = first === undefined || first.subject.mustHold !== undefined ? undefined : TOGETHER[first.rule];
    if (first === undefined || key === undefined || same.length <= FEW_PARTS)
      return same.map((part) => conflictPartText(part, language));
    const values = { count: String(same.length), names: namesIn(same) };
    return [`${source(first.article, language)}: ${filled(key, values, language)}`];
  });
}

/** A relaxation in words: the article, what would change and from what to what. */
function relaxationText({ kind, article, subject, from, to }: Relaxation, language: ConflictLanguage): string {
  const values = { ...subject, from: String(from), to: String(to) };
  return `${source(article, language)}: ${filled(`relax-${kind}`, values, language)}`;
}

/** A conflict and the changes that would resolve it, a line each. */
export function conflictLines(
  { parts, minimal }: Conflict,
  sets: readonly RelaxationSet[],
  language: ConflictLanguage,
): readonly string[] {
  return [
    filled("none-lawful", {}, language),
    ...conflictPartLines(parts, language).map((line) => `  ${line}`),
    filled(minimal ? "minimal" : "not-minimal", {}, language),
    ...sets.flatMap(({ relaxations }, index) => [
      filled(index === 0 ? "would-do" : "or-else", {}, language),
      ...relaxations.map((relaxation) => `  ${relaxationText(relaxation, language)}`),
    ]),
  ];
}

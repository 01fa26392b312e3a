import { type Language, LOCALES } from "./language.ts";

/** `3 candidats`, `1 candidat`: a number with its noun, by the language's own rule for the plural (in French 0 is singular). */
export function plural(language: Language): (count: number, one: string, many: string) => string {
  const rules = new Intl.PluralRules(LOCALES[language]);
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  return (count, one, many) => `${numbers.format(count)} ${rules.select(count) === "one" ? one : many}`;
}

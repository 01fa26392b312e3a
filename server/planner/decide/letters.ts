import type { Outcome } from "../../../engine/domain/result.ts";
import { decisionText } from "../../../engine/explain/texts/explanation-text.ts";
import { type Forms, formsOf } from "../language/forms.ts";
import { LANGUAGES, type Language } from "../language/language.ts";
import { loadMessages } from "../language/load-messages.ts";
import type { Messages } from "../language/messages.ts";
import { isServed, type Joined } from "../result/joined.ts";
import { letterLanguage } from "./letter-language.ts";

/** The text of one candidate's letter: the engine's words for the decision and its reason, with what only the round knows: hosts and dates. */
function letterText(outcome: Outcome, language: Language, joined: Joined, { letters, words }: Messages, f: Forms): string {
  const startOf = (promotion: string) => joined.promotions.get(promotion)?.start ?? "";
  const decision = decisionText(outcome, language, "candidate", startOf);
  return [letters.greeting, ...decision, ...particulars(), letters.closing].join("\n\n");

  function particulars(): readonly string[] {
    if (outcome.outcome === "ineligible")
      return outcome.issues.map(({ code }) => letters.ineligibleBecause(words.ineligible[code] ?? code));
    if (!isServed(outcome)) return [];
    const promotion = joined.promotions.get(outcome.promotion);
    if (promotion === undefined) return [];
    const missions = outcome.missions.map((id) => letters.missionAt(id, joined.missions.get(id)?.host ?? ""));
    return [letters.service(f.list(missions), outcome.promotion, f.day(promotion.start), f.day(promotion.end))];
  }
}

/** A table for a mail merge: a row per candidate with the language and the text. */
export async function lettersCsv(joined: Joined): Promise<string> {
  const loaded = await Promise.all(
    LANGUAGES.map(async (language) => [language, { messages: await loadMessages(language), forms: formsOf(language) }] as const),
  );
  const byLanguage = new Map(loaded);
  const rows = joined.result.outcomes.flatMap((outcome) => {
    const candidate = joined.candidates.get(outcome.candidate);
    const language = candidate === undefined ? "en" : letterLanguage(candidate);
    const ready = byLanguage.get(language);
    return ready === undefined
      ? []
      : [[outcome.candidate, language, outcome.outcome, letterText(outcome, language, joined, ready.messages, ready.forms)]];
  });
  return csv([["candidate", "language", "outcome", "text"], ...rows]);
}

/** The motivation of every decision for its file, in both languages of the law. */
export function motivationsCsv(joined: Joined): string {
  const startOf = (promotion: string) => joined.promotions.get(promotion)?.start ?? "";
  const rows = joined.result.outcomes.map((outcome) => [
    outcome.candidate,
    outcome.outcome,
    ...(["fr", "nl"] as const).map((language) => decisionText(outcome, language, "file", startOf).join("\n")),
  ]);
  return csv([["candidate", "outcome", "fr", "nl"], ...rows]);
}

/** Every cell quoted, so that line breaks and separators are safe; none begins a formula; a byte order mark tells Excel that it is UTF-8. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

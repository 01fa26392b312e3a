import type { Outcome } from "../../../engine/domain/result.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import { type Forms, formsOf } from "../language/forms.ts";
import { LANGUAGES, type Language } from "../language/language.ts";
import { loadMessages } from "../language/load-messages.ts";
import type { Messages } from "../language/messages.ts";
import { isServed, type Joined } from "../result/joined.ts";

/** The language a candidate is written in: the first of theirs that is an official one, else English. */
function letterLanguage({ languages }: Pick<CandidateJson, "languages">): Language {
  return (
    LANGUAGES.find((language) => language !== "en" && language === (languages ?? []).find((one) => /^(fr|nl|de)$/.test(one))) ??
    "en"
  );
}

/** The text of one candidate's letter: the decision, its dates and its reason; nothing about anybody else. */
function letterText(outcome: Outcome, joined: Joined, { letters, words }: Messages, f: Forms): string {
  const reasons: Readonly<Record<string, string>> = letters.reasons;
  const because = (code: string | undefined) =>
    code === undefined ? [] : [letters.because(reasons[code] ?? letters.reasons["not-established"])];
  if (outcome.outcome === "ineligible") {
    const issues = outcome.issues.map(({ code, article }) => letters.ineligibleBecause(words.ineligible[code] ?? code, article));
    return [letters.greeting, letters.ineligible, ...issues, letters.closing].join("\n\n");
  }
  if (!isServed(outcome)) {
    const last = outcome.lastChance ? [letters.lastChance] : [];
    return [letters.greeting, letters.reserve, ...because(outcome.reason?.code), letters.offer, ...last, letters.closing].join(
      "\n\n",
    );
  }
  const promotion = joined.promotions.get(outcome.promotion);
  const missions = outcome.missions.map((id) => letters.missionAt(id, joined.missions.get(id)?.host ?? ""));
  const service = letters.service(
    f.list(missions),
    outcome.promotion,
    promotion === undefined ? "" : f.day(promotion.start),
    promotion === undefined ? "" : f.day(promotion.end),
  );
  const deferred =
    outcome.outcome === "deferred" ? [letters.deferred(words.days(outcome.delayDays)), ...because(outcome.reason?.code)] : [];
  return [letters.greeting, service, letters.rank(outcome.rank), ...deferred, letters.closing].join("\n\n");
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
      : [[outcome.candidate, language, outcome.outcome, letterText(outcome, joined, ready.messages, ready.forms)]];
  });
  return csv([["candidate", "language", "outcome", "text"], ...rows]);
}

/** Every cell quoted, so that line breaks and separators are safe; none begins a formula; a byte order mark tells Excel that it is UTF-8. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

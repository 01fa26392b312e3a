/** The languages of the page, in the order in which they are offered. */
export const LANGUAGES = ["fr", "nl", "de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Belgian forms of numbers and dates in each language. */
export const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-BE", nl: "nl-BE", de: "de-BE", en: "en-BE" };

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fr: "Français",
  nl: "Nederlands",
  de: "Deutsch",
  en: "English",
};

const REMEMBERED = "language";

/** The language chosen before on this machine, else the browser's first that the page has, else French. */
export function firstLanguage(): Language {
  const wanted = [localStorage.getItem(REMEMBERED) ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((one) => one === tag))) ?? "fr";
}

/** Keeps the choice for the next visit; the only thing the page stores in the browser. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language);
}

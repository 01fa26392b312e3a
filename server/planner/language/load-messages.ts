import type { Language } from "./language.ts";
import type { Messages } from "./messages.ts";

/** One script per language: only what is used is fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  fr: () => import("./fr/messages.ts"),
  nl: () => import("./nl/messages.ts"),
  de: () => import("./de/messages.ts"),
  en: () => import("./en/messages.ts"),
};

/** The words of a language. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await LOADERS[language]()).messages;
}

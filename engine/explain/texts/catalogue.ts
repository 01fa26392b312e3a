import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { Words } from "./words.ts";

/** Languages that texts exist in; the file, which the law asks for, in French and Dutch. */
export const LANGUAGES = ["fr", "nl", "de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Who reads: the person concerned, the planner, or whoever opens the file. */
export type Audience = "candidate" | "planner" | "file";

/** All words by language. */
export const WORDS: Readonly<Record<Language, Words>> = { fr, nl, de, en };

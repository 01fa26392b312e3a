import type { messages } from "./en/messages.ts";

/** Every word of the page. English is the pattern: a text that another language lacks, or has too much, does not compile. */
export type Messages = typeof messages;

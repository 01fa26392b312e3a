import type { PersonRule } from "../check.ts";

/** Art. 11 §1 and §3: who has served before cannot serve again, unless the Agency granted the exception. */
export const once: PersonRule = {
  holds: ({ served, record }) => !served || record === "exception-granted",
  breach: "has already served and no exception was granted",
};

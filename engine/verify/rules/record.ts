import type { PersonRule } from "../check.ts";

/** Art. 11 §2-4: who is excluded by the judicial record, without an exception of the Agency, cannot serve. */
export const record: PersonRule = {
  holds: (candidate) => candidate.record !== "excluded",
  breach: "excluded by the judicial record",
};

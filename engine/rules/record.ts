import type { Rule } from "./rule.ts";

/** Art. 11 §2-4: excluded by judicial record; only the Agency's flag reaches the engine. */
export const record: Rule = {
  id: "record",
  excludes: (candidate) => candidate.record === "excluded",
};

import type { Rule } from "./rule.ts";

/** Art. 11 §1 and §3: whoever served before is excluded, unless the Agency granted an exception. */
export const once: Rule = {
  id: "once",
  excludes: (candidate) => candidate.served && candidate.record !== "exception-granted",
};

import { regionDeviation } from "../model/families/region-deviation.ts";
import { readingOf } from "../model/gauge.ts";
import type { Rule } from "./rule.ts";

/**
 * Art. 4 §1, 1°: balanced spread over the Regions, as an obligation under `mode: hard`.
 *
 *     deviation[r] = 0      for every Region r with a target
 */
export const regionalBalanceRule: Rule = {
  id: "regional-balance",
  breaches: ({ round }) => {
    const balance = round.policy.regionalBalance;
    return balance?.mode === "hard" ? readingOf({ kind: "regions", balance }) : null;
  },
  addRows: (draft) => {
    const balance = draft.instance.round.policy.regionalBalance;
    if (balance?.mode !== "hard") return;
    for (const region of Object.keys(balance.targets).sort()) {
      draft.builder.addRow(
        regionDeviation(draft, balance, region),
        { upper: 0 },
        { source: "regional-balance", subject: { region, mode: "hard" } },
      );
    }
  },
};

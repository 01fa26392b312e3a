import { regionDeviation } from "../model/families/region-deviation.ts";
import { weightedSum } from "../model/linear-expression.ts";
import { minimising } from "./objective.ts";

/** Art. 4 §1, 1°: persons outside the Regions' bands. `sum over r of deviation[r]`, minimised. */
export const regionalBalance = minimising("regional-balance", (draft) => {
  const balance = draft.instance.round.policy.regionalBalance;
  const regions = balance === null ? [] : Object.keys(balance.targets).sort();
  return weightedSum(
    balance === null ? [] : regions.map((region) => regionDeviation(draft, balance, region)),
    regions.map(() => 1),
  );
});

import type { Draft } from "../model/draft.ts";
import { regionDeviation } from "../model/families/region-deviation.ts";
import type { GaugeOf } from "../model/gauge.ts";
import { type LinearExpression, sumOf, weightedSum } from "../model/linear-expression.ts";
import { gaugeEntry, minimising, never } from "./objective.ts";

function expression(draft: Draft): LinearExpression {
  const balance = draft.instance.round.policy.regionalBalance;
  if (balance === null) return sumOf([]);
  const regions = Object.keys(balance.targets).sort();
  return weightedSum(
    regions.map((region) => regionDeviation(draft, balance, region)),
    regions.map(() => 1),
  );
}

const gauge: GaugeOf = ({ round }) => {
  const balance = round.policy.regionalBalance;
  return balance === null ? null : { kind: "regions", balance };
};

/** Art. 4 §1, 1°: persons outside the Regions' bands. `sum over r of deviation[r]`, minimised. */
export const regionalBalance = minimising("regional-balance", gaugeEntry(expression, gauge, never));

import type { Draft } from "../model/draft.ts";
import { regionDeviation } from "../model/families/region-deviation.ts";
import { type LinearExpression, sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Meter, Trackers } from "../model/tracker.ts";
import { regionTracker } from "../model/trackers/regions.ts";
import { minimising } from "./objective.ts";

function expression(draft: Draft): LinearExpression {
  const balance = draft.instance.round.policy.regionalBalance;
  if (balance === null) return sumOf([]);
  const regions = Object.keys(balance.targets).sort();
  return weightedSum(
    regions.map((region) => regionDeviation(draft, balance, region)),
    regions.map(() => 1),
  );
}

function meter(trackers: Trackers): Meter {
  const balance = trackers.instance.round.policy.regionalBalance;
  return balance === null ? () => 0 : regionTracker(trackers, balance).deviation;
}

/** Art. 4 §1, 1°: persons outside the Regions' bands. `sum over r of deviation[r]`, minimised. */
export const regionalBalance = minimising("regional-balance", expression, meter);

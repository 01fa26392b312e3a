import { add, type Decimal, floor, parseDecimal, subtract, times } from "../domain/decimal.ts";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import { pointer } from "./json-pointer.ts";
import type { PolicyJson } from "./policy-schema.ts";

const SUM_TOLERANCE = 0.001;
const MILLION = 1_000_000;

/** The targets, quotas and readings a round gives; those of a profile are tested with it. */
export function* checkPolicy({ regionalBalance, representativeness }: PolicyJson): Generator<InputIssue> {
  if (regionalBalance) yield* sum(regionalBalance.targets, "/policy/regionalBalance/targets");
  const seen = new Set<string>();
  for (const [index, dimension] of (representativeness ?? []).entries()) {
    const path = `/policy/representativeness/${index}`;
    if (seen.has(dimension.dimension)) {
      yield inputIssue("dimension-duplicate", `${path}/dimension`, { dimension: dimension.dimension });
    }
    seen.add(dimension.dimension);
    if ("targets" in dimension) yield* sum(dimension.targets, `${path}/targets`);
    else yield* quotas(dimension.quotas, `${path}/quotas`);
  }
}

function* quotas(given: Readonly<Record<string, { min: number; max: number }>>, path: string): Generator<InputIssue> {
  for (const [category, { min, max }] of Object.entries(given)) {
    if (min > max) yield inputIssue("quota-reversed", pointer(path, category), { min, max });
  }
}

/** |sum - 1| <= 0.001, exactly. */
function* sum(targets: Readonly<Record<string, number>>, path: string): Generator<InputIssue> {
  const total = Object.values(targets).map(parseDecimal).reduce(add, parseDecimal(0));
  const distance = subtract(total, parseDecimal(1));
  const size: Decimal = { digits: distance.digits < 0n ? -distance.digits : distance.digits, scale: distance.scale };
  if (subtract(size, parseDecimal(SUM_TOLERANCE)).digits > 0n) {
    yield inputIssue("targets-do-not-sum", path, { sum: floor(times(total, MILLION)) / MILLION });
  }
}

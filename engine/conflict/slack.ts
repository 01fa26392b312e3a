import type { Dimension } from "../domain/policy.ts";
import type { Round } from "../domain/round.ts";
import { at } from "../model/instance.ts";
import type { LinearModel, Origin } from "../model/linear-model.ts";

/** What makes a row give way: rows with the same key share one slack, for they stand for one number of the round. */
export interface Slack {
  readonly key: string;
  readonly kind: "pin" | "min-size" | "max-size" | "mission" | "host" | "deviation" | "region" | "cross-region";
  readonly subject: Origin["subject"];
  /** Price of one unit, in thousandths. */
  readonly price: number;
}

const UNIT = 1_000;

/** 1 + 2/quota per person: what a large group hardly feels is much for a small one. */
function pricePerPerson(quota: number): number {
  return Math.round(UNIT * (1 + 2 / Math.max(1, quota)));
}

/** Persons that a category may count on in one promotion: its quota, or its share of a full one. */
function quotaOf(dimension: Dimension | undefined, category: string, { promotions }: Round): number {
  if (dimension === undefined) return 1;
  if ("quotas" in dimension) {
    const quota = dimension.quotas[category];
    return quota === undefined ? 1 : quota.min > 0 ? quota.min : quota.max;
  }
  const seats = promotions.reduce((sum, { maxSize }) => sum + maxSize, 0) / Math.max(1, promotions.length);
  return Math.round((dimension.targets[category] ?? 0) * seats);
}

/** The slack of a row, or `null` where a row cannot give way: nobody serves twice, and no seat may be idle under `replacement`. */
export function slackOf(model: LinearModel, row: number, round: Round): Slack | null {
  const { source, subject, definition } = at(model.rowOrigins, row);
  if (definition === true) return null;
  const slack = (kind: Slack["kind"], id: string, about: Origin["subject"], price = UNIT): Slack => {
    return { key: `${kind} ${id}`, kind, subject: about, price };
  };
  const { promotion = "", mission, host = "", region = "", dimension = "", category = "" } = subject;
  switch (source) {
    case "pins":
      return slack("pin", subject.pin ?? "", subject);
    case "promotion-size":
      return slack(Number.isFinite(at(model.rowLower, row)) ? "min-size" : "max-size", promotion, { promotion });
    case "mission-capacity":
      return mission === undefined ? slack("host", host, { host }) : slack("mission", mission, { mission });
    case "representativeness": {
      const setting = round.policy.representativeness?.find((one) => one.dimension === dimension);
      const price = pricePerPerson(quotaOf(setting, category, round));
      return slack("deviation", JSON.stringify([dimension, category]), { dimension, category }, price);
    }
    case "regional-balance": {
      const target = round.policy.regionalBalance?.targets[region] ?? 0;
      return slack("region", region, { region }, pricePerPerson(Math.round(target * round.candidates.length)));
    }
    case "cross-region":
      return slack("cross-region", "", {}, pricePerPerson(round.policy.crossRegion?.minimum ?? 1));
    default:
      return null;
  }
}

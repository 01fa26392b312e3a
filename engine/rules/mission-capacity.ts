import { formatDay } from "../domain/calendar.ts";
import type { Draft } from "../model/draft.ts";
import { at, type Instance } from "../model/instance.ts";
import { sumOf } from "../model/linear-expression.ts";
import { hostAccounts, missionAccounts, type PlacesAccount } from "../model/places-account.ts";
import type { Rule } from "./rule.ts";

/** The arcs of an account that serve on a day, and the places free then. */
interface DayDemand {
  readonly day: number;
  readonly arcs: readonly number[];
  readonly promotions: ReadonlySet<number>;
  readonly free: number;
}

function demandOn(instance: Instance, account: PlacesAccount, day: number): DayDemand {
  const arcs = account.arcs.filter((arc) => {
    const promotion = at(instance.round.promotions, at(instance.arcs, arc).promotion);
    return promotion.start <= day && day <= promotion.end;
  });
  return { day, arcs, promotions: new Set(arcs.map((arc) => at(instance.arcs, arc).promotion)), free: account.freeOn(day) };
}

/** A day says nothing new if another has all its arcs and no more places free. */
function undominated(demands: readonly DayDemand[]): readonly DayDemand[] {
  return demands.filter(
    (demand, i) =>
      !demands.some(
        (other, j) =>
          i !== j &&
          other.free <= demand.free &&
          demand.promotions.isSubsetOf(other.promotions) &&
          (other.free < demand.free || other.promotions.size > demand.promotions.size || j < i),
      ),
  );
}

function addAccountRows({ instance, builder }: Draft, account: PlacesAccount): void {
  const demands = account.criticalDays.map((day) => demandOn(instance, account, day));
  for (const { day, arcs, free } of undominated(demands)) {
    const people = new Set(arcs.map((arc) => at(instance.arcs, arc).candidate)).size;
    if (people <= free) continue;
    builder.addRow(
      sumOf(arcs),
      { upper: free },
      { source: "mission-capacity", subject: { ...account.subject, day: formatDay(day) } },
    );
  }
}

/**
 * Art. 8 §1: on no day do the citizens serving at a mission outnumber its places, nor those at a host the host's. Promotions whose
 * service periods overlap share places; `members` and `occupied` take theirs first.
 *
 *     sum over arcs at m with p.start <= t <= p.end of x <= places[m] - taken[m,t]      for every mission and host, every day t
 *
 * The load rises only on first days of service or of occupation, so these days suffice.
 */
export const missionCapacity: Rule = {
  id: "mission-capacity",
  addRows: (draft) => {
    for (const account of [...missionAccounts(draft.instance), ...hostAccounts(draft.instance)]) addAccountRows(draft, account);
  },
};

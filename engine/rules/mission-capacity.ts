import type { Instance } from "../model/instance.ts";
import { sumOf } from "../model/linear-expression.ts";
import { peopleIn, type Slot, slotsOf } from "../model/slots.ts";
import type { Rule } from "./rule.ts";

/** Slots of one mission or host with the promotions in service on their day. */
interface Demand extends Slot {
  readonly promotions: ReadonlySet<number>;
}

/** A day says nothing new if another has all its promotions and no more places free. */
function undominated(demands: readonly Demand[]): readonly Demand[] {
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

/** Slots gathered by the mission or host they belong to. */
function demandsByPlace(instance: Instance): Iterable<readonly Demand[]> {
  const demands = slotsOf(instance).slots.map((slot) => ({
    ...slot,
    promotions: new Set(slot.arcs.map((arc) => instance.arcs.promotionOf(arc))),
  }));
  return Map.groupBy(demands, ({ subject }) => `${subject.mission ?? ""}\n${subject.host ?? ""}`).values();
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
  addRows: ({ instance, builder }) => {
    for (const demands of demandsByPlace(instance)) {
      for (const { arcs, free, subject } of undominated(demands)) {
        if (peopleIn(instance, arcs) <= free) continue;
        builder.addRow(sumOf(arcs), { upper: free }, { source: "mission-capacity", subject });
      }
    }
  },
};

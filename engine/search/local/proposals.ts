import type { Stage } from "../../formulate/stages.ts";
import type { Gauge } from "../../model/gauge.ts";
import type { Instance } from "../../model/instance.ts";
import type { Random } from "../random.ts";
import type { Position } from "./position.ts";

/** Draws an arc worth trying; any arc of the instance may come. */
export type Propose = () => number;

/** Draws that are turned down before any will do. */
const ATTEMPTS = 12;
/** Share of the draws that are blind, so that nothing is out of reach. */
const BLIND = 0.4;

/**
 * Proposals for a stage: mostly arcs that would help it if they came free. For a sum, arcs that cost their candidate less than the one
 * chosen; for composition, arcs of promotions outside their bands; for a largest value, less of it for who has the most; for service
 * elsewhere, arcs in another Region.
 */
export function proposalsFor(instance: Instance, stage: Stage, position: Position, random: Random): Propose {
  const { arcs } = position.compact;
  const blind = () => random.below(arcs);
  const [term] = stage.reading().terms;
  if (term === undefined) return blind;
  const sign = stage.sense === "minimise" ? 1 : -1;
  const helps = helpfulFor(instance, term.gauge, sign * term.factor, position);
  return () => {
    let arc = blind();
    if (random.unit() < BLIND) return arc;
    for (let i = 0; i < ATTEMPTS && !helps(arc); i++) arc = blind();
    return arc;
  };
}

function helpfulFor(instance: Instance, gauge: Gauge, factor: number, position: Position): (arc: number) => boolean {
  const { chosen, compact } = position;
  const deviations = position.composition?.deviations ?? null;
  const { candidateOf, openingOf, promotionOf } = compact;
  const worst = () => deviations?.reduce((largest, deviation) => Math.max(largest, deviation), 0) ?? 0;
  const currentOf = (arc: number) => chosen[candidateOf(arc)] ?? -1;
  const cheaper = (cost: (arc: number) => number) => (arc: number) => {
    const current = currentOf(arc);
    return cost(arc) < (current < 0 ? 0 : cost(current));
  };
  switch (gauge.kind) {
    case "sum":
      return cheaper((arc) => factor * ((gauge.weights[openingOf(arc)] ?? 0) + (gauge.marked.get(arc) ?? 0)));
    case "shortage":
      return cheaper((arc) => -(gauge.weights[openingOf(arc)] ?? 0));
    case "largest":
      return (arc) => {
        const current = currentOf(arc);
        return current >= 0 && (gauge.values[openingOf(arc)] ?? 0) < (gauge.values[openingOf(current)] ?? 0);
      };
    case "composition":
      return (arc) => {
        const current = currentOf(arc);
        if (deviations === null || current === arc) return false;
        const above = gauge.of === "worst" ? worst() - 1 : 0;
        const deviates = (other: number) => (deviations[promotionOf(other)] ?? 0) > above;
        return deviates(arc) || (current >= 0 && deviates(current));
      };
    case "elsewhere":
      return (arc) => instance.arcs.crossesRegion(arc) && currentOf(arc) !== arc;
    case "regions":
    case "idle":
      return (arc) => currentOf(arc) !== arc;
  }
}

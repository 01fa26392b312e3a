import type { Pin } from "../../domain/round.ts";
import { groupBy, type Service, sameMissions } from "../casefile.ts";
import { breaks, type Check } from "../check.ts";

/** Whether a placement is what a pin names; what the pin leaves out is anything. */
export function isNamedBy(
  pin: Extract<Pin, { kind: "place" | "forbid" }>,
  promotion: string,
  missions: readonly string[],
): boolean {
  return (
    (pin.promotion === null || pin.promotion === promotion) && (pin.missions === null || sameMissions(pin.missions, missions))
  );
}

function keeps(pin: Pin, placements: readonly Service[]): boolean {
  if (pin.kind === "reserve") return placements.length === 0;
  const named = placements.some(({ promotion, missions }) =>
    isNamedBy(
      pin,
      promotion.id,
      missions.map(({ id }) => id),
    ),
  );
  return pin.kind === "place" ? named : !named;
}

/** Operational: a planner's decision is kept: placed as it says, left on the reserve list, or not placed where it forbids. */
export const pins: Check = ({ round, services }) => {
  const placedAs = groupBy(services, ({ candidate }) => candidate.id);
  return round.pins
    .filter((pin) => !keeps(pin, placedAs.get(pin.candidate) ?? []))
    .map((pin) => breaks("pins", { candidate: pin.candidate, pin: pin.path }, `the pin (${pin.kind}) is not kept`));
};

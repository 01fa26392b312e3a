import type { Spot } from "../../engine/simulate/comparison/solved.ts";
import type { Repair, RepairCause } from "../../engine/simulate/repair/describe-repair.ts";

const spotWords = (spot: Spot | null): string => {
  if (spot === null) return "no longer in the round";
  return spot.promotion === null ? spot.outcome : `${spot.missions.join(" + ")} in ${spot.promotion}`;
};

function causeWords(cause: RepairCause): string {
  switch (cause.code) {
    case "left":
      return "left";
    case "own-data":
      return "their own data changed";
    case "pin":
      return "a decision about them changed";
    case "withdrawn":
      return `${cause.what} ${cause.id} changed`;
    case "made-way":
      return `made way for ${cause.others.join(", ")}`;
    case "moved-up":
      return `took what ${cause.others.join(", ")} left`;
    case "not-established":
      return "of several placements with as few changes another was found";
  }
}

/** What a repair changed, a line per person. */
export function repairLines({ published, kept, changed, newlyPlaced, provenFewest }: Repair): readonly string[] {
  const fewest = provenFewest ? "no lawful placement changes fewer" : "not proven to be the fewest";
  return [
    `${kept} of ${published} published placements are kept, ${changed.length} changed (${fewest})`,
    ...changed.map(
      ({ candidate, from, to, why }) =>
        `  ${candidate}: ${spotWords(from)} -> ${spotWords(to)}: ${why.map(causeWords).join("; ")}`,
    ),
    ...(newlyPlaced.length === 0 ? [] : [`newly placed: ${newlyPlaced.join(", ")}`]),
  ];
}

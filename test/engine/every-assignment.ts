import type { Placement, Round } from "../../engine/domain/round.ts";

const MOST = 6_000;

/**
 * Every list of placements in which each candidate has none or one of their choices in any promotion, lawful or not; `null` if there
 * are more than a few thousand.
 */
export function everyAssignment(round: Round): readonly (readonly Placement[])[] | null {
  const options = round.candidates.map((candidate) => [
    null,
    ...candidate.choices.flatMap(({ missions }) =>
      round.promotions.map((promotion): Placement => ({ candidate: candidate.id, promotion: promotion.id, missions })),
    ),
  ]);
  if (options.reduce((product, list) => product * list.length, 1) > MOST) return null;
  return options.reduce<(readonly Placement[])[]>(
    (assignments, list) =>
      assignments.flatMap((assignment) => list.map((option) => (option === null ? assignment : [...assignment, option]))),
    [[]],
  );
}

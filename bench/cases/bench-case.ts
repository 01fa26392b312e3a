import { generateRound } from "../../datasets/generate-round.ts";
import type { PolicyVariant } from "../../datasets/generator/policy-variant.ts";
import type { Round } from "../../engine/domain/round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";

/** An instance everybody can make again: `npm run generate` takes the same fields. */
export interface BenchCase extends PolicyVariant {
  /** Candidates. */
  readonly size: number;
  readonly seed: number;
  /** Free seats per candidate. */
  readonly seats: number;
}

/** A case in words, the same for the same case: "300 candidates, seed 7, seats 1, replacement, wishes late, targets unmet". */
export function caseText({ size, seed, seats, ground, wishes, targets }: BenchCase): string {
  return `${size} candidates, seed ${seed}, seats ${seats}, ${ground}, wishes ${wishes}, targets ${targets}`;
}

/** Months of starts: an intake has six, a national year twelve. */
const monthsOf = (size: number): number => (size < 650 ? 6 : 12);

/** The round of a case, as given and as parsed. */
export function instanceOf({ size, seed, seats, ...policy }: BenchCase): { readonly given: RoundJson; readonly round: Round } {
  const given = generateRound({ candidates: size, seed, seats, months: monthsOf(size), policy });
  const parsed = parseRoundValue(given);
  if (!parsed.ok) throw new Error(`the generated round ${size}/${seed} is not valid: ${parsed.issues[0]?.code}`);
  return { given, round: parsed.round };
}

/** Every combination of the lists, sizes outermost. */
export function casesOf(lists: { readonly [Key in keyof BenchCase]: readonly BenchCase[Key][] }): readonly BenchCase[] {
  return lists.size.flatMap((size) =>
    lists.seed.flatMap((seed) =>
      lists.seats.flatMap((seats) =>
        lists.ground.flatMap((ground) =>
          lists.wishes.flatMap((wishes) => lists.targets.map((targets) => ({ size, seed, seats, ground, wishes, targets }))),
        ),
      ),
    ),
  );
}

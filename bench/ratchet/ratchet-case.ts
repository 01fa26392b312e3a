import type { BenchCase } from "../cases/bench-case.ts";

/** A case that must not get slower. */
export interface RatchetCase {
  /** Its name in `caps.json`. */
  readonly name: string;
  readonly case: BenchCase;
  /** Also in the short form, which `npm run check` runs. */
  readonly short: boolean;
}

const usual = { seats: 1, wishes: "late", targets: "unmet" } as const;

/** Small enough to be proven, so that the same work is done each time; both grounds, both places of wishes, targets met and unmet. */
export const RATCHET_CASES: readonly RatchetCase[] = [
  { name: "40-composition", short: true, case: { ...usual, size: 40, seed: 7101, ground: "composition" } },
  { name: "40-replacement", short: true, case: { ...usual, size: 40, seed: 7102, ground: "replacement" } },
  { name: "60-early", short: false, case: { ...usual, size: 60, seed: 7103, ground: "composition", wishes: "early" } },
  { name: "60-replacement", short: false, case: { ...usual, size: 60, seed: 7104, ground: "replacement" } },
  { name: "40-met", short: false, case: { ...usual, size: 40, seed: 7106, seats: 1.3, ground: "composition", targets: "met" } },
];

import type { RoundParameters } from "./generate-round.ts";

/** The generated rounds in `datasets/rounds` and what each was made from; `tiny.json` there is written by hand. */
export const SHIPPED_ROUNDS: readonly { readonly file: string; readonly parameters: RoundParameters }[] = [
  { file: "intake.json", parameters: { candidates: 150, seed: 2026, seats: 1, months: 6 } },
  { file: "national-year.json", parameters: { candidates: 1000, seed: 2026, seats: 1, months: 12 } },
];

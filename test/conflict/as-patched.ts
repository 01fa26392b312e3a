import type { Round } from "../../engine/domain/round.ts";

/** A round without what tells how it was written: its hash, and where in the file its decisions stand. */
export function asPatched(round: Round): Round {
  return { ...round, hash: "", pins: round.pins.map((pin) => ({ ...pin, path: "" })) };
}

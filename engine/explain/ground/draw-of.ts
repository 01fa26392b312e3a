import { createHash } from "node:crypto";
import type { Round } from "../../domain/round.ts";

/** A candidate's draw: SHA-256(seed, newline, id) in hexadecimal; lower comes first (`docs/lottery.md`). */
export function drawOf({ seed }: Pick<Round, "seed">, id: string): string {
  return createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex");
}

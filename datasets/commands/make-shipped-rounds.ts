import { writeFileSync } from "node:fs";
import { generateRound } from "../generate-round.ts";
import { SHIPPED_ROUNDS } from "../shipped-rounds.ts";
import { writeRound } from "../write-round.ts";

for (const { file, parameters } of SHIPPED_ROUNDS)
  writeFileSync(new URL(`../rounds/${file}`, import.meta.url), writeRound(generateRound(parameters)));

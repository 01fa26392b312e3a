import { cbc } from "./cbc.ts";
import type { Contender } from "./contender.ts";
import { glpk } from "./glpk.ts";
import { glpsol } from "./glpsol.ts";
import { greedyFirstCome } from "./greedy-first-come.ts";
import { javascriptLp } from "./javascript-lp-solver.ts";
import { ours } from "./ours.ts";
import { plainHighs } from "./plain-highs.ts";
import { randomRestarts } from "./random-restarts.ts";

/** Everybody who takes part, by name, in the order in which they are shown. */
export const CONTENDERS: ReadonlyMap<string, Contender> = new Map(
  [ours, plainHighs, cbc, glpsol, glpk, javascriptLp, greedyFirstCome, randomRestarts].map((contender) => [
    contender.name,
    contender,
  ]),
);

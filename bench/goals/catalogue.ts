import type { Goal } from "./goal.ts";
import { growth } from "./growth.ts";
import { bounds10000, nearBest10000, quotaFree10000 } from "./large.ts";
import { national100000 } from "./national-100000.ts";
import { proven150 } from "./proven-150.ts";
import { soonerThanCbc, soonerThanHighs } from "./sooner.ts";
import { whatIf } from "./what-if.ts";
import { nearBest1000, nearBestSoon1000, quotaFree1000, representativenessProven1000 } from "./year.ts";

/** Every line of the table "Goals", in its order; the longer lines of the table in parts. */
export const GOALS: readonly Goal[] = [
  proven150,
  quotaFree1000,
  nearBestSoon1000,
  nearBest1000,
  representativenessProven1000,
  soonerThanHighs,
  soonerThanCbc,
  quotaFree10000,
  nearBest10000,
  bounds10000,
  national100000,
  whatIf,
  growth,
];

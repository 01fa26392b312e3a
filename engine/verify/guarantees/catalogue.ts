import type { GuaranteeId } from "../../domain/guarantee.ts";
import { capsCounted } from "./caps-counted.ts";
import { datesBetween } from "./dates-between.ts";
import { figuresEqual } from "./figures-equal.ts";
import type { Guarantee } from "./guarantee.ts";
import { bundleVerifies, sameAgain } from "./measured-elsewhere.ts";
import { noBetterExchange } from "./no-better-exchange.ts";
import { noIdleDeferral } from "./no-idle-deferral.ts";
import { priorityFirst } from "./priority-first.ts";
import { regionCrossed } from "./region-crossed.ts";
import { everyRule, nobodyOutside, pinsUntouched, placesAndSizes } from "./rules-hold.ts";

/** Every guarantee by id; docs/guarantees.md states them in words. */
export const GUARANTEES: Readonly<Record<GuaranteeId, Guarantee>> = {
  G1: everyRule,
  G2: nobodyOutside,
  G3: placesAndSizes,
  G4: regionCrossed,
  G5: noIdleDeferral,
  G6: datesBetween,
  G7: priorityFirst,
  G8: noBetterExchange,
  G9: pinsUntouched,
  G10: sameAgain,
  G11: capsCounted,
  G12: figuresEqual,
  G13: bundleVerifies,
};

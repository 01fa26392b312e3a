import { conflictPartLines } from "../../conflict/texts/conflict-text.ts";
import type { BandAnswer, BandConflictPart } from "../../domain/band-answer.ts";
import { BAND_WORDS } from "./band-words.ts";
import { type Language, WORDS } from "./catalogue.ts";
import { aimText } from "./explanation-text.ts";

/** Why a promotion lies outside a band, line by line. */
export function bandLines(answer: BandAnswer, language: Language): readonly string[] {
  const { band: name, persons, size, from, until, possible } = answer;
  const band = BAND_WORDS[language];
  if (answer.answer === "not-held") return [band.notHeld(name.promotion)];
  const now = band.now(`${name.dimension} ${name.category}`, name.promotion, persons, size, from, until);
  if (answer.answer === "kept") return [now, band.kept];
  return [
    now,
    band.possible(possible),
    ...standingLines(answer, language),
    ...(answer.better === null ? [] : [WORDS[language].better]),
  ];
}

function standingLines({ answer, conflict, price }: BandAnswer, language: Language): readonly string[] {
  const band = BAND_WORDS[language];
  if (answer === "impossible" && conflict !== null) {
    return [
      band.impossible,
      ...partLines(conflict.parts, language).map((line) => `  ${line}`),
      conflict.minimal ? band.minimal : band.notMinimal,
    ];
  }
  if (answer !== "price" || price === null) return [band.notEstablished];
  const { now, atLeast, found } = price;
  return [found <= now ? band.free(now, found) : band.price(now, atLeast, found)];
}

/** Aims first: what the planner may change soonest. */
function partLines(parts: readonly BandConflictPart[], language: Language): readonly string[] {
  const aims = parts.flatMap((part) =>
    part.kind === "aim" ? [BAND_WORDS[language].reached(aimText(part.tier, WORDS[language]), part.limit)] : [],
  );
  const rules = parts.flatMap((part) => (part.kind === "rule" ? [part] : []));
  return [...aims, ...conflictPartLines(rules, language)];
}

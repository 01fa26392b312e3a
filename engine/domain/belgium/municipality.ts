import type { LanguageArea, Region } from "../round.ts";
import table from "./municipalities.json" with { type: "json" };

/** A Belgian municipality of 2025 (565: 285 in Flanders, 261 in Wallonia, 19 in Brussels-Capital). */
export interface Municipality {
  readonly nis: string;
  readonly nameNl: string;
  readonly nameFr: string;
  /** `VLG`, `WAL` or `BRU`. */
  readonly region: Region;
  /** Dutch name, situation of 2025; `null` in Brussels-Capital. */
  readonly province: string | null;
  /** `nl`, `fr`, `de` or `bi`. */
  readonly languageArea: LanguageArea;
  /** On 1 January 2020, over the municipalities that have merged into this one. */
  readonly inhabitants2020: number;
}

/** All municipalities by ascending NIS code. */
export const MUNICIPALITIES: readonly Municipality[] = table.municipalities;

const byNis = new Map(MUNICIPALITIES.map((municipality) => [municipality.nis, municipality]));
const currentNis = new Map(Object.entries(table.former));

/** The municipality of 2025 that a NIS code of any year since 2018 belongs to; `null` for another text. */
export function findMunicipality(nis: string): Municipality | null {
  return byNis.get(currentNis.get(nis) ?? nis) ?? null;
}

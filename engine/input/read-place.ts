import { findMunicipality } from "../domain/belgium/municipality.ts";
import type { Place } from "../domain/round.ts";

/** A place as given: a Belgian municipality, or Region and language area, or nothing. */
export interface PlaceJson {
  readonly municipality?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly languageArea?: string | null | undefined;
}

/**
 * Where a host is under a profile that does not ask: its Region and language area are the empty text, which no zone names and
 * which equals no other place's.
 */
export const NOWHERE: Place = { municipality: null, province: null, region: "", languageArea: "" };

/** The place meant, codes of before 2025 translated; `null` where none is given. */
export function readPlace(given: PlaceJson): Place | null {
  const municipality = given.municipality ? findMunicipality(given.municipality) : null;
  if (municipality !== null) {
    const { nis, province, region, languageArea } = municipality;
    return { municipality: nis, province, region, languageArea };
  }
  if (!given.region || !given.languageArea) return null;
  return { municipality: null, province: null, region: given.region, languageArea: given.languageArea };
}

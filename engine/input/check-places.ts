import { findMunicipality } from "../domain/belgium/municipality.ts";
import { findProvince } from "../domain/belgium/province.ts";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Draft } from "./draft.ts";
import type { PlaceJson } from "./read-place.ts";
import type { PromotionJson } from "./round-schema.ts";

/** Where hosts, missions, candidates and promotions are: a known municipality, or Region and language area, never both. */
export function* checkPlaces({ hosts, missions, promotions, candidates, profile }: Draft): Generator<InputIssue> {
  const required = profile.requires.residence;
  for (const { value, path } of hosts) yield* place(value, path, required);
  for (const { value, path } of missions) yield* place(value, path, false);
  for (const { value, path } of candidates) yield* place(value, path, required);
  for (const { value, path } of promotions) yield* zone(value.zone, `${path}/zone`, profile.rules.includes("promotion-zone"));
}

function* place(given: PlaceJson, path: string, required: boolean): Generator<InputIssue> {
  const elsewhere = [given.region, given.languageArea].filter((part) => part).length;
  if (given.municipality) {
    yield* municipality(given.municipality, `${path}/municipality`);
    if (elsewhere > 0) yield inputIssue("place-ambiguous", path);
  } else if (elsewhere === 1 || (elsewhere === 0 && required)) {
    yield inputIssue("place-missing", path);
  }
}

function* zone(given: PromotionJson["zone"], path: string, required: boolean): Generator<InputIssue> {
  const { municipalities, provinces, regions, languageAreas } = given ?? {};
  for (const [index, nis] of (municipalities ?? []).entries()) yield* municipality(nis, `${path}/municipalities/${index}`);
  for (const [index, province] of (provinces ?? []).entries()) {
    if (findProvince(province) === null) yield inputIssue("province-unknown", `${path}/provinces/${index}`, { province });
  }
  const empty = [municipalities, provinces, regions, languageAreas].every((list) => (list ?? []).length === 0);
  if (empty && required) yield inputIssue("zone-empty", path);
}

function* municipality(nis: string, path: string): Generator<InputIssue> {
  if (findMunicipality(nis) === null) yield inputIssue("municipality-unknown", path, { municipality: nis });
}

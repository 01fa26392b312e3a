import { expect, test } from "vitest";
import { findMunicipality, MUNICIPALITIES } from "../../engine/domain/belgium/municipality.ts";
import { findProvince } from "../../engine/domain/belgium/province.ts";

function countBy(key: "region" | "languageArea" | "province"): Record<string, number> {
  const counts = new Map<string, number>();
  for (const municipality of MUNICIPALITIES) {
    const value = String(municipality[key]);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

test("the table has the 565 municipalities of 2025: 285 Flemish, 261 Walloon, nineteen of Brussels", () => {
  expect(countBy("region")).toEqual({ VLG: 285, WAL: 261, BRU: 19 });
  expect(new Set(MUNICIPALITIES.map((municipality) => municipality.nis)).size).toBe(565);
});

test("language areas are not Regions: nine German-speaking municipalities lie in Wallonia", () => {
  expect(countBy("languageArea")).toEqual({ nl: 285, fr: 252, bi: 19, de: 9 });
  const german = MUNICIPALITIES.filter((municipality) => municipality.languageArea === "de");
  expect(new Set(german.map((municipality) => `${municipality.region} ${municipality.province}`))).toEqual(new Set(["WAL Luik"]));
});

test("inhabitants add up to those of Belgium on 1 January 2020", () => {
  expect(MUNICIPALITIES.reduce((sum, municipality) => sum + municipality.inhabitants2020, 0)).toBe(11_492_641);
});

test("every municipality but those of Brussels is in one of ten provinces, each found by its own name", () => {
  const provinces = Object.keys(countBy("province")).filter((province) => province !== "null");
  expect(provinces).toHaveLength(10);
  expect(countBy("province").null).toBe(19);
  for (const province of provinces) expect(findProvince(province)).toBe(province);
});

test("codes of before 2019, of before 2025 and of today mean the municipality of today", () => {
  // Sint-Amands -> Puurs-Sint-Amands (2019); Mouscron recoded (2019); Neerpelt -> Pelt; Bastogne and Bertogne (2 December 2024).
  expect(findMunicipality("12034")?.nis).toBe("12041");
  expect(findMunicipality("54007")).toEqual(findMunicipality("57096"));
  expect(findMunicipality("72025")?.nameNl).toBe("Pelt");
  expect(findMunicipality("82005")).toMatchObject({ nis: "82039", nameNl: "Bastenaken", nameFr: "Bastogne", region: "WAL" });
  expect(findMunicipality("11007")).toMatchObject({ nis: "11002", nameNl: "Antwerpen", nameFr: "Anvers" });
  expect(findMunicipality("21004")).toMatchObject({ region: "BRU", province: null, languageArea: "bi" });
  expect(findMunicipality("63023")).toMatchObject({ nameFr: "Eupen", region: "WAL", languageArea: "de" });
});

test("Zwijndrecht left the province of Antwerp when it merged with Beveren and Kruibeke", () => {
  for (const nis of ["11056", "46003", "46013", "46030"]) {
    expect(findMunicipality(nis)).toMatchObject({ nis: "46030", province: "Oost-Vlaanderen" });
  }
});

test("what is no code of a municipality is found nowhere", () => {
  for (const text of ["", "00000", "02000", "6206", " 62063", "62063 ", "constructor", "__proto__"]) {
    expect(findMunicipality(text)).toBeNull();
  }
});

test("a province is found by its Dutch, French or German name, in any case, with or without accents and hyphens", () => {
  const spellings = {
    Antwerpen: ["Antwerpen", "Anvers", "ANVERS"],
    Henegouwen: ["Henegouwen", "Hainaut", "Hennegau"],
    Limburg: ["Limburg", "Limbourg"],
    Luik: ["Luik", "Liège", "liège", "Liege", "LIE\u0300GE", "Lüttich"],
    Luxemburg: ["Luxemburg", "Luxembourg"],
    Namen: ["Namen", "Namur"],
    "Oost-Vlaanderen": ["Oost-Vlaanderen", "Flandre orientale", "Flandre-Orientale", "Ostflandern"],
    "Vlaams-Brabant": ["Vlaams-Brabant", "Brabant flamand", "Flämisch-Brabant"],
    "Waals-Brabant": ["Waals-Brabant", "Brabant wallon", "Wallonisch-Brabant"],
    "West-Vlaanderen": ["West-Vlaanderen", "Flandre occidentale", "Westflandern"],
  };
  for (const [province, names] of Object.entries(spellings)) {
    for (const name of names) expect([name, findProvince(name)]).toEqual([name, province]);
  }
  for (const name of ["", "Brabant", "Bruxelles", "Lieg"]) expect(findProvince(name)).toBeNull();
});

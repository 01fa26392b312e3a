/** The ten provinces: Dutch, French and German names. */
const PROVINCES = [
  ["Antwerpen", "Anvers", "Antwerpen"],
  ["Henegouwen", "Hainaut", "Hennegau"],
  ["Limburg", "Limbourg", "Limburg"],
  ["Luik", "Liège", "Lüttich"],
  ["Luxemburg", "Luxembourg", "Luxemburg"],
  ["Namen", "Namur", "Namur"],
  ["Oost-Vlaanderen", "Flandre orientale", "Ostflandern"],
  ["Vlaams-Brabant", "Brabant flamand", "Flämisch-Brabant"],
  ["Waals-Brabant", "Brabant wallon", "Wallonisch-Brabant"],
  ["West-Vlaanderen", "Flandre occidentale", "Westflandern"],
] as const;

/** One spelling for "Flandre-Occidentale", "FLANDRE OCCIDENTALE" and, for those without accents on the keyboard, "Liege". */
function fold(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("-", " ").trim().toLowerCase();
}

const dutchNames = new Map<string, string>(PROVINCES.flatMap((names) => names.map((name) => [fold(name), names[0]] as const)));

/** The Dutch name of the province that a Dutch, French or German name means, whatever its case; `null` for another text. */
export function findProvince(name: string): string | null {
  return dutchNames.get(fold(name)) ?? null;
}

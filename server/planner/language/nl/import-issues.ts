import type { importIssues as pattern } from "../en/import-issues.ts";

export const importIssues: typeof pattern = {
  "part-unknown": ["Er is geen tabel {part}; bekend: {known}.", "Hernoem het bestand."],
  "part-missing": ["Deze tabel ontbreekt.", "Voeg het bestand toe."],
  "part-duplicate": ["Deze tabel is er tweemaal.", "Houd er één."],
  "file-unreadable": ["Het bestand is onleesbaar: {detail}.", "Bewaar het opnieuw als CSV of Excel."],
  "file-empty": ["Het bestand heeft geen regel met kolomnamen.", "Begin van het sjabloon."],
  "file-too-large": ["Het bestand heeft {count} {unit}; hoogstens {max} worden gelezen.", "Splits de ronde."],
  "column-unknown": ["Er is geen kolom {column}.", "Hernoem of verwijder ze; het sjabloon heeft de juiste namen."],
  "column-missing": ["Deze kolom is verplicht.", "Voeg ze toe; het sjabloon heeft ze."],
  "column-duplicate": ["De kolom {column} is er tweemaal.", "Houd er één."],
  "row-too-long": ["De regel heeft {count} cellen en het bestand {columns} kolommen.", "Zoek een scheidingsteken te veel."],
  "cell-unreadable": ["Dit is niet te lezen als {kind}.", "Schrijf het zoals {example}."],
};

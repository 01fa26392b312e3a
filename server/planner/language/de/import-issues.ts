import type { importIssues as pattern } from "../en/import-issues.ts";

export const importIssues: typeof pattern = {
  "part-unknown": ["Es gibt keine Tabelle {part}; bekannt: {known}.", "Benennen Sie die Datei um."],
  "part-missing": ["Diese Tabelle fehlt.", "Fügen Sie die Datei hinzu."],
  "part-duplicate": ["Diese Tabelle ist zweimal da.", "Behalten Sie eine."],
  "file-unreadable": ["Die Datei ist unlesbar: {detail}.", "Speichern Sie sie erneut als CSV oder Excel."],
  "file-empty": ["Die Datei hat keine Zeile mit Spaltennamen.", "Gehen Sie von der Vorlage aus."],
  "file-too-large": ["Die Datei hat {count} {unit}; höchstens {max} werden gelesen.", "Teilen Sie die Runde."],
  "column-unknown": [
    "Es gibt keine Spalte {column}.",
    "Benennen Sie sie um oder entfernen Sie sie; die Vorlage hat die richtigen Namen.",
  ],
  "column-missing": ["Diese Spalte ist Pflicht.", "Fügen Sie sie hinzu; die Vorlage hat sie."],
  "column-duplicate": ["Die Spalte {column} ist zweimal da.", "Behalten Sie eine."],
  "row-too-long": ["Die Zeile hat {count} Zellen und die Datei {columns} Spalten.", "Suchen Sie ein Trennzeichen zu viel."],
  "cell-unreadable": ["Dies ist nicht lesbar als {kind}.", "Schreiben Sie es wie {example}."],
};

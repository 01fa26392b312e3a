import type { load as pattern } from "../en/load.ts";
import { plural } from "../plural.ts";

const n = plural("de");

export const load: typeof pattern = {
  title: "Eine Runde laden",
  intro:
    "Eine Platzierungsrunde enthält die Kandidaten, die sich beworben haben, die Einsätze der Aufnahmeeinrichtungen und die Dienstgruppen, die beginnen sollen. Noch ist niemand platziert.",
  drop: "Ziehen Sie die Dateien einer Runde hierher",
  dropHint:
    "Eine Runde als JSON, eine Excel-Arbeitsmappe oder vier Tabellen (hosts, missions, promotions, candidates) als CSV oder Excel.",
  choose: "Dateien wählen",
  reading: "Die Dateien werden gelesen…",
  notAFile: (name) =>
    `${name} ist weder JSON noch eine Tabelle einer Runde. Nennen Sie die Tabellen hosts, missions, promotions und candidates.`,
  missingTables: (names) => `Diese Tabellen fehlen: ${names}. Ziehen Sie alle vier zusammen hierher.`,
  roundName: "Name der Runde",
  roundNameHint: "Zum Beispiel 2026-herbst. Er steht auf jedem Dokument der Runde.",
  read: "Tabellen lesen",
  demos: "Oder ein Beispiel ausprobieren",
  demoIntro: "Erfundene Menschen, wirkliche Gemeinden. Nichts darin betrifft irgendjemanden.",
  demoNames: { tiny: "Sechs Kandidaten", intake: "Eine Aufnahme", "national-year": "Ein nationales Jahr" },
  demoHints: {
    tiny: "Klein genug, um von Hand nachzurechnen.",
    intake: "Die Aufnahme einer Gegend, in etwa einer Minute platziert.",
    "national-year": "Die Größe, die das Gesetz anstrebt.",
  },
  open: "Öffnen",
  openNamed: (name) => `${name} öffnen`,
  templates: "Vorlagen",
  templatesIntro: "Leere Tabellen mit den richtigen Spalten, für Excel. Die zweite Zeile zeigt ein Beispiel.",
  tables: { hosts: "Einrichtungen", missions: "Einsätze", promotions: "Gruppen", candidates: "Kandidaten" },
  earlier: "Früher geladene Runden",
  noEarlier: "Es wurde noch keine Runde geladen.",
  loadedOn: "Geladen",
  loadedBy: "Durch",
  sizes: "Inhalt",
  state: "Daten",
  ready: "bereit",
  errors: (count) => n(count, "Fehler", "Fehler"),
  warnings: (count) => n(count, "Hinweis", "Hinweise"),
  variantOf: "Variante",
  issuesTitle: "Was an den Daten nicht stimmt",
  issuesIntro: (errors) =>
    `${errors} müssen in der Datei berichtigt werden, bevor diese Runde platziert werden kann. Berichtigen Sie alle auf einmal und laden Sie die Runde erneut.`,
  warningsOnly: "Die Daten sind brauchbar. Einige Zeilen verdienen einen Blick.",
  tooManyIssues: (shown, all) => `Die ersten ${shown} von ${all} werden gezeigt.`,
  where: "Wo",
  what: "Was nicht stimmt",
  fix: "Was zu tun ist",
  kind: "Art",
  error: "Fehler",
  warning: "Hinweis",
  wholeFile: "die ganze Datei",
  row: (row) => `Zeile ${row}`,
  line: (list, position, id) => (id === null ? `${list}, Zeile ${position}` : `${list}, Zeile ${position} (${id})`),
  loaded: (name) => `Runde ${name} ist geladen`,
  privacy:
    "Eine Runde enthält keine Namen, Nationalregisternummern oder Adressen: nur Pseudonyme. Dateien, die solche zu enthalten scheinen, werden abgelehnt (Art. 7, 12).",
  toCheck: "Zu Prüfen",
  workbook: "Die Arbeitsmappe",
  cellKinds: {
    day: "ein Datum",
    number: "eine Zahl",
    "yes or no": "ja oder nein",
    "list of periods": "eine Liste von Zeiträumen",
    "list of periods with places": "eine Liste von Zeiträumen mit Plätzen",
    "mission or pair of missions": "ein Einsatz oder ein Paar von Einsätzen",
  },
};

import type { problems as pattern } from "../en/problems.ts";

export const problems: typeof pattern = {
  unreachable: "Der Dienst ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.",
  unauthenticated: "Ihre Sitzung ist beendet. Melden Sie sich erneut an.",
  forbidden: "Ihr Zugangsschlüssel erlaubt dies nicht.",
  "not-found": "Dies existiert nicht mehr oder gab es nie.",
  "body-too-large": "Die Datei ist zu groß.",
  "json-malformed": "Die Datei ist kein lesbares JSON.",
  "body-invalid": "Die Daten sind nicht in Ordnung.",
  infeasible: "Keine Platzierung kann alle Regeln zusammen einhalten.",
  "nothing-found": "Die Zeit endete, bevor eine Platzierung gefunden wurde. Geben Sie mehr Zeit.",
  "queue-full": "Zu viele Runden warten. Versuchen Sie es gleich noch einmal.",
  "solver-unavailable": "Die Berechnung wurde unterbrochen. Versuchen Sie es erneut.",
  "solver-timeout": "Die Berechnung dauerte zu lange.",
  "shutting-down": "Der Dienst startet neu. Versuchen Sie es gleich noch einmal.",
  "internal-error": "Der Dienst ist gescheitert. Wer ihn betreibt, findet den Grund im Protokoll.",
  "rate-limited": "Zu viele Anfragen auf einmal. Warten Sie einen Augenblick.",
  "precondition-failed": "Jemand hat dies inzwischen geändert. Laden Sie neu und sehen Sie nach.",
  "round-in-use": "Eine Platzierung dieser Runde wird noch berechnet.",
};

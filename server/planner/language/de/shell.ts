import type { shell as pattern } from "../en/shell.ts";

export const shell: typeof pattern = {
  service: "Bürgerdienst",
  name: "Platzierungsrunden",
  skip: "Zum Inhalt",
  language: "Sprache",
  steps: "Schritte der Runde",
  step: {
    load: "Laden",
    check: "Prüfen",
    policy: "Politik",
    run: "Platzieren",
    result: "Ergebnis",
    "what-if": "Was wäre, wenn…",
    decide: "Entscheiden",
  },
  round: "Runde",
  closed: "noch nicht verfügbar",
  endOfPage: "Über diese Seite",
  accessibility: "Erklärung zur Barrierefreiheit",
  reference: "Referenz für Programmierer",
  signedInAs: (name) => `Angemeldet: ${name}`,
  signOut: "Abmelden",
  roles: { read: "lesen", plan: "planen", publish: "planen und veröffentlichen", admin: "Verwaltung" },
  signIn: {
    title: "Anmelden",
    intro:
      "Dieser Dienst bewahrt Runden wirklicher Menschen auf. Geben Sie den Zugangsschlüssel ein, den Sie erhalten haben. Beim ersten Start zeigt der Dienst einen Schlüssel in seinem Fenster.",
    key: "Zugangsschlüssel",
    hint: "Er beginnt mit csp_",
    submit: "Anmelden",
    wrong: "Dieser Schlüssel ist unbekannt oder nicht mehr gültig.",
  },
  needsRound: "Laden Sie zuerst eine Runde.",
  toLoad: "Zu Laden",
  needsRun: "Platzieren Sie zuerst diese Runde.",
  toRun: "Zu Platzieren",
};

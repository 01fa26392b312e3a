import type { shell as pattern } from "../en/shell.ts";

export const shell: typeof pattern = {
  service: "Samenlevingsdienst",
  name: "Plaatsingsronden",
  skip: "Naar de inhoud",
  language: "Taal",
  steps: "Stappen van de ronde",
  step: {
    load: "Laden",
    check: "Nakijken",
    policy: "Beleid",
    run: "Plaatsen",
    result: "Resultaat",
    "what-if": "Wat als…",
    decide: "Beslissen",
  },
  round: "Ronde",
  closed: "nog niet beschikbaar",
  endOfPage: "Over deze pagina",
  accessibility: "Toegankelijkheidsverklaring",
  reference: "Referentie voor programmeurs",
  signedInAs: (name) => `Aangemeld: ${name}`,
  signOut: "Afmelden",
  roles: { read: "lezen", plan: "plannen", publish: "plannen en bekendmaken", admin: "beheer" },
  signIn: {
    title: "Aanmelden",
    intro:
      "Deze dienst bewaart ronden van echte mensen. Vul de toegangssleutel in die u kreeg. Bij de eerste start toont de dienst één sleutel in zijn venster.",
    key: "Toegangssleutel",
    hint: "Hij begint met csp_",
    submit: "Aanmelden",
    wrong: "Deze sleutel is onbekend of niet meer geldig.",
  },
  needsRound: "Laad eerst een ronde.",
  toLoad: "Naar Laden",
  needsRun: "Plaats eerst deze ronde.",
  toRun: "Naar Plaatsen",
};

import type { letters as pattern } from "../en/letters.ts";

export const letters: typeof pattern = {
  greeting: "Guten Tag,",
  closing: "Bei Fragen, oder wenn sich bei Ihnen etwas geändert hat, wenden Sie sich bitte an die Agentur.",
  ineligibleBecause: (reason) => `Der Grund: ${reason}.`,
  missionAt: (mission, host) => `Einsatz ${mission} bei der Aufnahmeeinrichtung ${host}`,
  service: (missions, promotion, from, until) =>
    `Ihr Dienst: ${missions}, in der Dienstgruppe ${promotion}, vom ${from} bis zum ${until}.`,
};

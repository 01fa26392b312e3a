import type { letters as pattern } from "../en/letters.ts";

export const letters: typeof pattern = {
  greeting: "Madame, Monsieur,",
  closing: "Pour toute question, ou si quelque chose a changé pour vous, contactez l'Agence.",
  ineligibleBecause: (reason) => `Le motif : ${reason}.`,
  missionAt: (mission, host) => `la mission ${mission} auprès de l'organisme d'accueil ${host}`,
  service: (missions, promotion, from, until) =>
    `Votre service : ${missions}, dans la promotion citoyenne ${promotion}, du ${from} au ${until}.`,
};

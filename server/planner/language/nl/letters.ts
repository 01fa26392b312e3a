import type { letters as pattern } from "../en/letters.ts";

export const letters: typeof pattern = {
  greeting: "Beste kandidaat,",
  closing: "Hebt u vragen, of is er iets veranderd, neem dan contact op met het Agentschap.",
  ineligibleBecause: (reason) => `De reden: ${reason}.`,
  missionAt: (mission, host) => `opdracht ${mission} bij de gastorganisatie ${host}`,
  service: (missions, promotion, from, until) =>
    `Uw dienst: ${missions}, in samenlevingsgroep ${promotion}, van ${from} tot ${until}.`,
};

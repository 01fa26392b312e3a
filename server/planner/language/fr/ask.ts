import type { ask as pattern } from "../en/ask.ts";

export const ask: typeof pattern = {
  title: "Pourquoi pas ailleurs ?",
  intro:
    "La réponse est calculée : chacun est placé à nouveau avec ce seul changement, à côté de ce résultat. Vous voyez ce que cela coûterait, et à qui.",
  whyNot: "Pourquoi pas ici ?",
  ask: "Calculer",
  helped: "Qu'est-ce qui aurait aidé ?",
  notMoved: "Pour cette personne, rien ne change.",
  readBelow: "Ci-dessous : quels buts y perdraient, et qui devrait céder sa place.",
  morePlaces: (mission) => `une place de plus à ${mission}`,
  moreSeats: (promotion) => `un siège de plus dans ${promotion}`,
  moves: (from, to) => `De « ${from} » à « ${to} ».`,
};

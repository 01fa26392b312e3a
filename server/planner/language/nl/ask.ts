import type { ask as pattern } from "../en/ask.ts";

export const ask: typeof pattern = {
  title: "Waarom niet ergens anders?",
  intro:
    "Het antwoord wordt berekend: iedereen wordt opnieuw geplaatst met alleen dit gewijzigd, naast dit resultaat. U ziet wat het zou kosten, en wie.",
  whyNot: "Waarom niet hier?",
  ask: "Berekenen",
  helped: "Wat had geholpen?",
  notMoved: "Voor deze persoon verandert er niets.",
  readBelow: "Hieronder: welke doelen erdoor verslechteren, en wie plaats zou moeten maken.",
  morePlaces: (mission) => `één plaats meer bij ${mission}`,
  moreSeats: (promotion) => `één plaats meer in ${promotion}`,
  moves: (from, to) => `Van “${from}” naar “${to}”.`,
};

import type { ask as pattern } from "../en/ask.ts";

export const ask: typeof pattern = {
  title: "Warum nicht anderswo?",
  intro:
    "Die Antwort wird berechnet: alle werden neu platziert, nur dies geändert, und neben dieses Ergebnis gestellt. Sie sehen, was es kosten würde und wen.",
  whyNot: "Warum nicht hier?",
  ask: "Berechnen",
  helped: "Was hätte geholfen?",
  notMoved: "Für diese Person ändert sich nichts.",
  readBelow: "Unten: welche Ziele dadurch schlechter würden und wer Platz machen müsste.",
  morePlaces: (mission) => `ein Platz mehr bei ${mission}`,
  moreSeats: (promotion) => `ein Platz mehr in ${promotion}`,
  moves: (from, to) => `Von „${from}“ zu „${to}“.`,
};

import type { check as pattern } from "../en/check.ts";
import { plural } from "../plural.ts";

const n = plural("de");

export const check: typeof pattern = {
  title: "Die Runde prüfen",
  intro: "Vor der Platzierung: wer teilnehmen kann, was gewünscht wird und welche Ziele keine Platzierung erreichen kann.",
  counting: "Es wird gezählt…",
  eligible: "zulässige Kandidaten",
  notEligible: "nicht zulässig",
  noFit: "ohne passenden Wunsch",
  seats: "Plätze in den Gruppen",
  places: "Plätze bei Einsätzen",
  atMost: "können höchstens platziert werden",
  allReachable: "Nach bloßem Zählen ist kein Ziel unerreichbar.",
  unreachableIntro:
    "Das spricht nicht gegen die Runde: die Platzierung kommt so nah heran wie möglich. Es zeigt, wo mehr Kandidaten oder Einsätze nötig wären.",
  unreachable: "Ziele, die nicht erreichbar sind",
  target: "Ziel",
  why: "Warum",
  toPolicy: "Zu Politik",
  ineligibleCaption: "Nicht zulässig, und warum",
  nobodyIneligible: "Alle Kandidaten sind zulässig.",
  noFitCaption: "Zulässig, aber kein Wunsch passt in eine Gruppe",
  everybodyFits: "Alle haben einen passenden Wunsch.",
  blockedChoices: "Was jedem Wunsch im Wege steht",
  noChoices: "Es wurde kein Wunsch geäußert.",
  demand: "Nachfrage und Plätze",
  demandIntro: "Der Balken zählt erste Wünsche, der Strich die Plätze. Orange: mehr erste Wünsche als Plätze.",
  demandBy: "Nachfrage zeigen nach",
  nearest: "Nächstes Datum hier",
  first: "Erste Wünsche",
  anyChoice: "Irgendein Wunsch",
  against: "Nachfrage und Plätze",
  unreachableTitle: (count) => n(count, "Ziel ist nicht erreichbar", "Ziele sind nicht erreichbar"),
  reason: {
    category: (atMost, wanted) => `Höchstens ${atMost} könnten dort dienen; mindestens ${wanted} wären nötig.`,
    tooFew: (candidates, needed) =>
      `Nur ${candidates} könnten dort dienen; mindestens ${needed} müssen platziert werden, damit sie stattfindet.`,
    ofAll: (placements, atMost, wanted) =>
      `Werden ${placements} platziert, wären mindestens ${wanted} nötig; höchstens ${atMost} sind möglich.`,
  },
  views: { regions: "Region", zones: "Zone", promotions: "Gruppe", missions: "Einsatz" },
  viewHeads: { regions: "Region", zones: "Zone", promotions: "Gruppe", missions: "Einsatz" },
  demandCaption: (by) => `Nachfrage und Plätze nach ${by}`,
  bar: (first, room) => `${first} erste Wünsche, ${room} Plätze`,
  municipalities: (count) => n(count, "Gemeinde", "Gemeinden"),
};

import type { check as pattern } from "../en/check.ts";
import { plural } from "../plural.ts";

const n = plural("fr");

export const check: typeof pattern = {
  title: "Contrôler le tour",
  intro: "Avant de placer : qui peut participer, ce qui est demandé, et quelles cibles aucun placement ne peut atteindre.",
  counting: "Comptage…",
  eligible: "candidats admissibles",
  notEligible: "non admissibles",
  noFit: "sans choix possible",
  seats: "sièges dans les promotions",
  places: "places dans les missions",
  atMost: "peuvent être placés au plus",
  allReachable: "Par simple comptage, aucune cible n'est hors d'atteinte.",
  unreachableIntro:
    "Cela ne condamne pas le tour : le placement s'en approche autant que possible. Cela montre où il faudrait plus de candidats ou de missions.",
  unreachable: "Cibles impossibles à atteindre",
  target: "Cible",
  why: "Pourquoi",
  toPolicy: "Aller à Politique",
  ineligibleCaption: "Non admissibles, et pourquoi",
  nobodyIneligible: "Tous les candidats sont admissibles.",
  noFitCaption: "Admissibles, mais aucun choix ne convient à une promotion",
  everybodyFits: "Chacun a un choix possible.",
  blockedChoices: "Ce qui empêche chaque choix",
  noChoices: "Aucun choix n'a été fait.",
  demand: "Demande et places",
  demandIntro: "La barre compte les premiers choix, le trait les places. Orange : plus de premiers choix que de places.",
  demandBy: "Afficher la demande par",
  nearest: "Date la plus proche ici",
  first: "Premiers choix",
  anyChoice: "Un des choix",
  against: "Demande et places",
  unreachableTitle: (count) => n(count, "cible ne peut être atteinte", "cibles ne peuvent être atteintes"),
  reason: {
    category: (atMost, wanted) => `Au plus ${atMost} pourraient y servir ; il en faudrait au moins ${wanted}.`,
    tooFew: (candidates, needed) =>
      `Seulement ${candidates} pourraient y servir ; il faut en placer au moins ${needed} pour qu'elle ait lieu.`,
    ofAll: (placements, atMost, wanted) =>
      `Si ${placements} sont placés, il en faudrait au moins ${wanted} ; au plus ${atMost} sont possibles.`,
  },
  views: { regions: "Région", zones: "zone", promotions: "promotion", missions: "mission" },
  viewHeads: { regions: "Région", zones: "Zone", promotions: "Promotion", missions: "Mission" },
  demandCaption: (by) => `Demande et places par ${by}`,
  bar: (first, room) => `${first} premiers choix, ${room} places`,
  municipalities: (count) => n(count, "commune", "communes"),
};

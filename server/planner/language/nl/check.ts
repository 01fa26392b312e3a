import type { check as pattern } from "../en/check.ts";
import { plural } from "../plural.ts";

const n = plural("nl");

export const check: typeof pattern = {
  title: "De ronde nakijken",
  intro: "Voor de plaatsing: wie kan deelnemen, wat er gevraagd wordt, en welke doelen met geen enkele plaatsing te halen zijn.",
  counting: "Er wordt geteld…",
  eligible: "kandidaten die kunnen deelnemen",
  notEligible: "niet toelaatbaar",
  noFit: "zonder passende keuze",
  seats: "plaatsen in de groepen",
  places: "plaatsen bij opdrachten",
  atMost: "kunnen hoogstens geplaatst worden",
  allReachable: "Door louter te tellen is geen enkel doel onbereikbaar.",
  unreachableIntro:
    "Dat zegt niets tegen de ronde: de plaatsing komt er zo dicht mogelijk bij. Het toont waar meer kandidaten of opdrachten nodig zouden zijn.",
  unreachable: "Doelen die niet te halen zijn",
  target: "Doel",
  why: "Waarom",
  toPolicy: "Naar Beleid",
  ineligibleCaption: "Niet toelaatbaar, en waarom",
  nobodyIneligible: "Elke kandidaat kan deelnemen.",
  noFitCaption: "Toelaatbaar, maar geen keuze past in een groep",
  everybodyFits: "Iedereen heeft een passende keuze.",
  blockedChoices: "Wat elke keuze in de weg staat",
  noChoices: "Er werd geen keuze gemaakt.",
  demand: "Vraag tegenover plaatsen",
  demandIntro: "De balk telt eerste keuzes, het streepje de plaatsen. Oranje: meer eerste keuzes dan plaatsen.",
  demandBy: "Vraag tonen per",
  nearest: "Dichtste datum hier",
  first: "Eerste keuzes",
  anyChoice: "Eender welke keuze",
  against: "Vraag en plaatsen",
  unreachableTitle: (count) => n(count, "doel is niet te halen", "doelen zijn niet te halen"),
  reason: {
    category: (atMost, wanted) => `Hoogstens ${atMost} kunnen er dienen; er zijn er minstens ${wanted} nodig.`,
    tooFew: (candidates, needed) =>
      `Slechts ${candidates} kunnen er dienen; er moeten er minstens ${needed} geplaatst worden om de groep te laten doorgaan.`,
    ofAll: (placements, atMost, wanted) =>
      `Als er ${placements} geplaatst worden, zijn er minstens ${wanted} nodig; hoogstens ${atMost} zijn mogelijk.`,
  },
  views: { regions: "Gewest", zones: "zone", promotions: "groep", missions: "opdracht" },
  viewHeads: { regions: "Gewest", zones: "Zone", promotions: "Groep", missions: "Opdracht" },
  demandCaption: (by) => `Vraag en plaatsen per ${by}`,
  bar: (first, room) => `${first} eerste keuzes, ${room} plaatsen`,
  municipalities: (count) => n(count, "gemeente", "gemeenten"),
};

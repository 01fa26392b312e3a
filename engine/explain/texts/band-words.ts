import type { Language } from "./catalogue.ts";

/** Why a promotion lies outside a band, sentence by sentence. Apart from the other words: the planner's page shows what the service has written. */
export interface BandWords {
  readonly now: (band: string, promotion: string, persons: number, size: number, from: number, until: number) => string;
  readonly possible: (possible: number) => string;
  readonly kept: string;
  readonly notHeld: (promotion: string) => string;
  readonly impossible: string;
  readonly reached: (aim: string, limit: number) => string;
  readonly minimal: string;
  readonly notMinimal: string;
  /** Persons outside all bands together: now, and with the band kept. */
  readonly free: (now: number, found: number) => string;
  readonly price: (now: number, atLeast: number | null, found: number) => string;
  readonly notEstablished: string;
}

const fr: BandWords = {
  now: (band, promotion, persons, size, from, until) =>
    `${band} dans la promotion ${promotion} : ${persons} sur ${size} personnes ; la fourchette est de ${from === until ? from : `${from} à ${until}`}.`,
  possible: (possible) =>
    `${possible} ${possible > 1 ? "candidats de cette catégorie pourraient y servir" : "candidat de cette catégorie pourrait y servir"}.`,
  kept: "La fourchette est respectée.",
  notHeld: (promotion) => `Personne n'est placé dans la promotion ${promotion} lors de ce tour.`,
  impossible: "La fourchette ne peut pas y être respectée en même temps que :",
  reached: (aim, limit) => `l'objectif « ${aim} » au niveau atteint (${limit})`,
  minimal: "Sans l'un quelconque de ces éléments, elle pourrait l'être.",
  notMinimal: "Les limites ont mis fin à la recherche : une partie de ces éléments pourrait suffire.",
  free: (now, found) =>
    `Elle pourrait y être respectée sans plus de personnes hors fourchette au total (${found}, actuellement ${now}) ; les objectifs suivants pourraient y perdre.`,
  price: (now, atLeast, found) =>
    `Elle pourrait y être respectée, mais au total ${found} personnes seraient hors fourchette au lieu de ${now}${atLeast === null ? "" : atLeast === found ? " : pas moins" : ` (pas moins de ${atLeast})`}.`,
  notEstablished: "Il n'a pas été établi, dans les limites du calcul, si elle pourrait y être respectée.",
};

const nl: BandWords = {
  now: (band, promotion, persons, size, from, until) =>
    `${band} in samenlevingsgroep ${promotion}: ${persons} van ${size} personen; de vork is ${from === until ? from : `${from} tot ${until}`}.`,
  possible: (possible) =>
    `${possible} ${possible === 1 ? "kandidaat van deze categorie zou" : "kandidaten van deze categorie zouden"} er kunnen dienen.`,
  kept: "De vork wordt gehaald.",
  notHeld: (promotion) => `In deze ronde wordt niemand in samenlevingsgroep ${promotion} geplaatst.`,
  impossible: "De vork kan er niet gehaald worden samen met:",
  reached: (aim, limit) => `het doel “${aim}” zoals het bereikt is (${limit})`,
  minimal: "Zonder om het even welk van deze zou ze gehaald kunnen worden.",
  notMinimal: "De grenzen beëindigden het zoeken: minder hiervan kan volstaan.",
  free: (now, found) =>
    `Ze zou er gehaald kunnen worden zonder meer personen buiten de vorken in totaal (${found}, nu ${now}); latere doelen kunnen erbij verliezen.`,
  price: (now, atLeast, found) =>
    `Ze zou er gehaald kunnen worden, maar in totaal liggen dan ${found} personen buiten de vorken in plaats van ${now}${atLeast === null ? "" : atLeast === found ? ": niet minder" : ` (niet minder dan ${atLeast})`}.`,
  notEstablished: "Of ze er gehaald kan worden, is binnen de grenzen van de berekening niet vastgesteld.",
};

const de: BandWords = {
  now: (band, promotion, persons, size, from, until) =>
    `${band} in der Gruppe ${promotion}: ${persons} von ${size} Personen; die Bandbreite ist ${from === until ? from : `${from} bis ${until}`}.`,
  possible: (possible) =>
    `${possible} ${possible === 1 ? "Kandidat dieser Kategorie könnte" : "Kandidaten dieser Kategorie könnten"} dort dienen.`,
  kept: "Die Bandbreite wird eingehalten.",
  notHeld: (promotion) => `In dieser Runde wird niemand in der Gruppe ${promotion} platziert.`,
  impossible: "Die Bandbreite kann dort nicht eingehalten werden zusammen mit:",
  reached: (aim, limit) => `dem Ziel „${aim}“, wie es erreicht wurde (${limit})`,
  minimal: "Ohne irgendeines davon könnte sie eingehalten werden.",
  notMinimal: "Die Grenzen beendeten die Suche: Weniger davon kann genügen.",
  free: (now, found) =>
    `Sie könnte dort ohne mehr Personen außerhalb der Bandbreiten insgesamt eingehalten werden (${found}, jetzt ${now}); spätere Ziele können dabei verlieren.`,
  price: (now, atLeast, found) =>
    `Sie könnte dort eingehalten werden, aber insgesamt lägen ${found} Personen außerhalb der Bandbreiten statt ${now}${atLeast === null ? "" : atLeast === found ? ": nicht weniger" : ` (nicht weniger als ${atLeast})`}.`,
  notEstablished: "Ob sie dort eingehalten werden kann, wurde in den Grenzen der Berechnung nicht festgestellt.",
};

const en: BandWords = {
  now: (band, promotion, persons, size, from, until) =>
    `${band} in promotion ${promotion}: ${persons} of ${size} persons; the band is ${from === until ? from : `${from} to ${until}`}.`,
  possible: (possible) => `${possible} ${possible === 1 ? "candidate" : "candidates"} of this category could serve there.`,
  kept: "The band is kept.",
  notHeld: (promotion) => `Nobody is placed in promotion ${promotion} in this round.`,
  impossible: "The band cannot be kept there together with:",
  reached: (aim, limit) => `the aim “${aim}” as far as it was reached (${limit})`,
  minimal: "Without any one of these it could be kept.",
  notMinimal: "The limits ended the search: fewer of these may be enough.",
  free: (now, found) =>
    `It could be kept there with no more persons outside their bands in all (${found}, now ${now}); later aims may lose by it.`,
  price: (now, atLeast, found) =>
    `It could be kept there, but ${found} persons in all would lie outside their bands instead of ${now}${atLeast === null ? "" : atLeast === found ? ": no fewer" : ` (no fewer than ${atLeast})`}.`,
  notEstablished: "Whether it could be kept there was not established within the limits of the computation.",
};

export const BAND_WORDS: Readonly<Record<Language, BandWords>> = { fr, nl, de, en };

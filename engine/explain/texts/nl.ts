import type { Words } from "./catalogue.ts";

const RANKS = ["eerste", "tweede", "derde"];
const rankOf = (rank: number) => `${RANKS[rank - 1] ?? `${rank}e`} keuze`;

/** Ambtelijk Nederlands van België, korte zinnen. */
export const nl: Words = {
  locale: "nl-BE",
  you: {
    placed: (date, missions, rank) => `U begint op ${date} aan opdracht ${missions}. Dat is uw ${rankOf(rank)}.`,
    deferred: (date, missions, rank, days) =>
      `U krijgt uitstel: u begint op ${date} aan opdracht ${missions} (uw ${rankOf(rank)}). Dat is ${days} ${days === 1 ? "dag" : "dagen"} na de dichtstbijzijnde datum die voor u mogelijk was.`,
    reserve: "In deze plaatsingsronde kon u geen plaats krijgen.",
    ineligible: "U voldoet niet aan de voorwaarden om aan deze plaatsingsronde deel te nemen.",
    offer: "U kunt vragen om op de prioritaire reservelijst te komen (artikel 13, tweede lid). U komt dan vóór de anderen.",
    lastChance: "Let op: na deze ronde bent u boven de leeftijdsgrens.",
    firstChoice: "Waarom niet uw eerste keuze?",
    hasIt: "Dit is wat u gekregen hebt.",
    impossible: "Geen van uw keuzes is daar mogelijk.",
    draw: (draw) => `Uw nummer bij de loting: ${draw.slice(0, 12)}… (het laagste gaat voor).`,
  },
  they: {
    placed: (date, missions, rank) => `De dienst begint op ${date} aan opdracht ${missions}, de ${rankOf(rank)}.`,
    deferred: (date, missions, rank, days) =>
      `De dienst is uitgesteld: hij begint op ${date} aan opdracht ${missions} (de ${rankOf(rank)}), ${days} ${days === 1 ? "dag" : "dagen"} na de dichtstbijzijnde datum die mogelijk was.`,
    reserve: "In deze plaatsingsronde kon geen plaats worden toegekend.",
    ineligible: "Aan de voorwaarden om aan deze plaatsingsronde deel te nemen is niet voldaan.",
    offer: "Opname op de prioritaire reservelijst kan worden gevraagd (artikel 13, tweede lid) en geeft voorrang op de anderen.",
    lastChance: "Na deze ronde is de leeftijdsgrens overschreden.",
    firstChoice: "Waarom niet de eerste keuze?",
    hasIt: "Dit is wat is toegekend.",
    impossible: "Geen van de keuzes is daar mogelijk.",
    draw: (draw) => `Nummer bij de loting: ${draw.slice(0, 12)}… (het laagste gaat voor).`,
  },
  toCandidate: {
    pin: "Het Agentschap heeft dit voor uw dossier in het bijzonder beslist.",
    published: "Plaatsingen die al bekendgemaakt zijn, hadden moeten veranderen.",
    places: "Er waren niet genoeg plaatsen in de gekozen opdrachten voor iedereen die erom vroeg.",
    size: "Er waren niet genoeg plaatsen in de samenlevingsgroepen voor iedereen die erom vroeg.",
    rule: "Een regel die het Agentschap moet volgen, liet het niet toe.",
    quota: "Andere criteria, over de samenstelling van de groepen, lieten het niet toe.",
    lottery: "Meerdere personen stonden gelijk en een loting heeft beslist.",
    "not-established": "De precieze reden kon nog niet worden vastgesteld. U kunt ze bij het Agentschap vragen.",
    "cross-language": "Het Agentschap moedigt dienst in een ander taalgebied aan, en minder personen hadden dat gedaan.",
    "cross-region":
      "In elke groep dient zo mogelijk minstens één persoon in een ander Gewest. Dat zou niet meer zo zijn geweest.",
    "deferral-cap": "Wie al zo lang gewacht heeft als toegestaan, gaat voor.",
    delay: "Anderen hadden langer moeten wachten.",
    "low-skilled": "Het Agentschap moet ook laaggeschoolde jongeren bereiken, en te weinig van hen hadden kunnen beginnen.",
    "regional-balance": "De plaatsingen moeten evenwichtig over de Gewesten gespreid zijn.",
    representativeness:
      "Elke samenlevingsgroep moet op de samenleving lijken. Door de deelname van iemand anders kwam de groep dichter bij dat doel.",
    "reserve-priority": "Wie op de prioritaire reservelijst staat of al uitstel kreeg, gaat voor.",
    wishes: "Er was minder goed rekening gehouden met de wensen van de kandidaten.",
    "no-fit": "Geen van uw keuzes is mogelijk op een datum van deze ronde (zone, data, talen of voorwaarden van de opdracht).",
  },
  phrase: {
    pin: "beslissing van het Agentschap over dit dossier",
    published: "stabiliteit van de bekendgemaakte plaatsingen",
    places: "onvoldoende plaatsen in de gekozen opdrachten",
    size: "onvoldoende plaatsen in de samenlevingsgroepen",
    rule: "verplichte regel",
    quota: "samenstelling van de samenlevingsgroepen",
    lottery: "loting tussen gelijke kandidaten",
    "not-established": "reden niet vastgesteld binnen de grenzen van de berekening",
    "cross-language": "dienst in een ander taalgebied",
    "cross-region": "dienst in een ander Gewest",
    "deferral-cap": "voorrang van wie door de grens aan het uitstel beschermd is",
    delay: "uitstel van andere kandidaten",
    "low-skilled": "inclusie van laaggeschoolden",
    "regional-balance": "evenwichtige spreiding over de Gewesten",
    representativeness: "sociodemografische representativiteit, waar de deelname van een andere kandidaat dichter bij komt",
    "reserve-priority": "voorrang van de prioritaire reservelijst en van eerder uitstel",
    wishes: "uitgedrukte wensen",
    "no-fit": "geen keuze mogelijk in de groepen van de ronde",
  },
  aim: {
    changes: "zo weinig mogelijk wijzigingen aan bekendgemaakte plaatsingen",
    "deferral-cap": "zo weinig mogelijk personen voorbij de grens aan het uitstel",
    "reserve-priority": "zo veel mogelijk prioritaire personen geplaatst",
    placed: "zo veel mogelijk personen geplaatst",
    "regional-balance": "evenwichtige spreiding over de Gewesten",
    "worst-promotion": "samenstelling van de groep die het verst van de doelen ligt",
    representativeness: "samenstelling van alle groepen",
    "low-skilled": "aandeel laaggeschoolden",
    "cross-region": "groepen waar iemand in een ander Gewest dient",
    delay: "zo weinig mogelijk dagen uitstel",
    wishes: "uitgedrukte wensen",
    "cross-language": "dienst in een ander taalgebied",
    lottery: "loting",
  },
  article: (article) => `artikel ${article} van de wet van 15 mei 2024`,
  wanted: {
    nearestDate: "Waarom niet de dichtstbijzijnde datum?",
    date: (date) => `Waarom niet op ${date}?`,
    placed: "Waarom geen plaats?",
    place: (what) => `Waarom niet ${what}?`,
  },
  nothing: "Niets staat in de weg.",
  lottery: "Alle betrokkenen hadden dezelfde rechten. Een loting, die iedereen kan overdoen, heeft bepaald wie voorgaat.",
  price: (tier, by, atMost) =>
    `Prijs: het doel „${tier}” zou met ${atMost === null ? by : `${by} tot ${atMost}`} worden overschreden.`,
  interval: (tier, atMost) =>
    `Dit is bekend: zonder iets te kosten aan de doelen ervoor, zou het doel “${tier}” met hoogstens ${atMost} overschreden worden; of minder zou volstaan, of niets, staat niet vast.`,
  seat: (promotion, candidate, withThem, instead) =>
    `In ${promotion} neemt ${candidate} de plaats in: afwijking ${withThem} met deze persoon, ${instead} met de uitgestelde kandidaat in de plaats.`,
  makeWay: (ids) => `Zouden plaats maken: ${ids}.`,
  passed: (date, phrase) => `Op ${date}: ${phrase}.`,
  helps: "Wat had volstaan:",
  nothingHelps: "Geen enkele kleine verandering alleen had volstaan, voor zover we weten.",
  notTried: (count) => `Andere data en opdrachten die niet zijn geprobeerd: ${count}.`,
  change: {
    missionPlace: (mission) => `één plaats meer in opdracht ${mission}`,
    promotionSeat: (promotion) => `één plaats meer in groep ${promotion}`,
    tolerance: (tier) => `één eenheid meer tolerantie voor „${tier}”`,
    startDate: (date) => `een andere startdatum: ${date}`,
    choice: (mission) => `een andere keuze: opdracht ${mission}`,
  },
  band: {
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
  },
  better: "Bij het beantwoorden van deze vraag is een betere plaatsing gevonden: die zou deze moeten vervangen.",
  file: {
    considering: (candidate) =>
      `Gelet op de wet van 15 mei 2024 betreffende de Samenlevingsdienst; gelet op de kandidatuur van ${candidate};`,
    decides: "Om deze redenen beslist het Agentschap zoals hierboven vermeld.",
  },
};

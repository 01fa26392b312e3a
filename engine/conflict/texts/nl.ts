import type { TextKey } from "./text-key.ts";

/** Dutch. */
export const nl: Readonly<Record<TextKey, string>> = {
  "one-place": "kandidaat {candidate} dient slechts in één plaatsing",
  "mission-places": "opdracht {mission} ontvangt niet meer burgers dan ze plaatsen heeft (vanaf {day})",
  "host-places": "gastorganisatie {host} ontvangt niet meer burgers dan ze plaatsen heeft (vanaf {day})",
  "promotion-size": "samenlevingsgroep {promotion} houdt haar kleinste en grootste omvang aan",
  "must-hold": "samenlevingsgroep {promotion} moet doorgaan, met minstens haar kleinste omvang",
  "no-idle-seat":
    "kandidaat {candidate} wacht niet zolang een plaats in samenlevingsgroep {promotion}, op de dichtstbijzijnde datum, vrij is",
  "no-idle-seats": "niemand wacht zolang een plaats op de dichtstbijzijnde datum vrij is",
  "pin-place": "de planner besliste waar kandidaat {candidate} geplaatst wordt",
  "pin-reserve": "de planner besliste dat kandidaat {candidate} niet geplaatst wordt",
  "pin-forbid": "de planner sloot een plaatsing van kandidaat {candidate} uit",
  representativeness: "in samenlevingsgroep {promotion} ligt {dimension} {category} binnen de vork of het quotum",
  "regional-balance": "het aantal burgers dat in Gewest {region} dient ligt binnen de vork",
  "cross-region": "in samenlevingsgroep {promotion} dienen genoeg personen in een ander Gewest dan het hunne",
  other: "regel {rule}",
  "relax-pin-dropped": "de beslissing over kandidaat {candidate} laten vallen",
  "relax-promotion-not-held": "niet langer eisen dat samenlevingsgroep {promotion} doorgaat",
  "relax-promotion-min-size": "kleinste omvang van samenlevingsgroep {promotion}: {to} in plaats van {from}",
  "relax-promotion-max-size": "grootste omvang van samenlevingsgroep {promotion}: {to} in plaats van {from}",
  "relax-mission-places": "plaatsen bij opdracht {mission}: {to} in plaats van {from}",
  "relax-host-places": "plaatsen bij gastorganisatie {host}: {to} in plaats van {from}",
  "relax-quota-min": "{dimension} {category}: minstens {to} personen in plaats van {from}",
  "relax-quota-max": "{dimension} {category}: hoogstens {to} personen in plaats van {from}",
  "relax-dimension-tolerance": "tolerantie voor {dimension}: {to} in plaats van {from}",
  "relax-region-tolerance": "tolerantie voor het evenwicht tussen de Gewesten: {to} in plaats van {from}",
  "relax-cross-region-minimum":
    "personen per samenlevingsgroep die in een ander Gewest dienen: minstens {to} in plaats van {from}",
  operational: "planningsregel",
  "none-lawful": "Er bestaat geen wettige plaatsing: deze regels kunnen niet samen worden nageleefd.",
  minimal: "Zonder om het even welke ervan kunnen de andere worden nageleefd.",
  "not-minimal": "De limiet beëindigde het zoeken: ook een kleinere verzameling kan in conflict zijn.",
  "would-do": "De kleinste wijziging die de ronde mogelijk zou maken:",
  "or-else": "Of anders:",
  article: "art. {article}",
};

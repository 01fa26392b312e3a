import type { letters as pattern } from "../en/letters.ts";

export const letters: typeof pattern = {
  greeting: "Beste kandidaat,",
  ineligible: "U kunt aan deze plaatsingsronde niet deelnemen.",
  reserve: "In deze ronde kon voor u geen plaats worden gevonden.",
  offer:
    "Wij bieden u een plaats op de prioritaire reservelijst aan (artikel 13 van de wet van 15 mei 2024). In een latere ronde komt u eerst. Laat ons weten of u dit aanneemt.",
  lastChance: "Let op: bij het begin van de volgende ronde bent u voorbij de leeftijdsgrens van artikel 10.",
  closing: "Hebt u vragen, of is er iets veranderd, neem dan contact op met het Agentschap.",
  because: (reason) => `De reden: ${reason}.`,
  ineligibleBecause: (reason, article) => `De reden: ${reason} (artikel ${article} van de wet van 15 mei 2024).`,
  missionAt: (mission, host) => `opdracht ${mission} bij de gastorganisatie ${host}`,
  service: (missions, promotion, from, until) =>
    `U bent geplaatst: ${missions}, in samenlevingsgroep ${promotion}, van ${from} tot ${until}.`,
  rank: (rank) =>
    rank === 1
      ? "Dit is uw eerste keuze."
      : rank === 2
        ? "Dit is uw tweede keuze."
        : rank === 3
          ? "Dit is uw derde keuze."
          : `Dit is uw keuze nummer ${rank}.`,
  deferred: (days) => `U begint ${days} later dan op de datum die het dichtst bij uw gekozen datum ligt.`,
  reasons: {
    pin: "een beslissing in uw dossier",
    published: "het plan dat al bekendgemaakt was",
    places: "de plaatsen bij de opdrachten die u koos zijn ingenomen",
    size: "er is geen plaats meer in de groepen die u passen",
    rule: "een regel van de wet",
    "deferral-cap": "anderen werden al zo lang uitgesteld als toegestaan",
    "reserve-priority": "mensen van de reservelijst komen eerst (artikel 13)",
    "regional-balance": "het evenwicht tussen de Gewesten (artikel 4)",
    representativeness:
      "de deelname van een andere kandidaat brengt de eerdere groep dichter bij een representatieve samenstelling (artikel 23 §3)",
    quota: "de samenstelling van de groep",
    "low-skilled": "de opname van laaggeschoolden (artikel 4)",
    "cross-region": "in elke groep moet iemand in een ander Gewest dienen (artikel 14)",
    delay: "anderen zouden anders langer wachten",
    wishes: "de keuzes van alle kandidaten samen (artikel 13)",
    "cross-language": "dienst in een ander taalgebied wordt aangemoedigd (artikel 14)",
    lottery: "u en anderen waren in elk opzicht gelijk, en de loting besliste",
    "no-fit": "geen van uw keuzes past in een groep van deze ronde",
    "not-established": "de grond wordt nog vastgesteld; u kunt ernaar vragen",
  },
};

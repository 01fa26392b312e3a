import type { letters as pattern } from "../en/letters.ts";

export const letters: typeof pattern = {
  greeting: "Guten Tag,",
  ineligible: "Sie können an dieser Platzierungsrunde nicht teilnehmen.",
  reserve: "In dieser Runde konnte für Sie kein Platz gefunden werden.",
  offer:
    "Wir bieten Ihnen einen Platz auf der vorrangigen Reserveliste an (Artikel 13 des Gesetzes vom 15. Mai 2024). In einer späteren Runde kommen Sie zuerst. Bitte teilen Sie uns mit, ob Sie annehmen.",
  lastChance: "Bitte beachten Sie: Zu Beginn der nächsten Runde werden Sie die Altersgrenze des Artikels 10 überschritten haben.",
  closing: "Bei Fragen, oder wenn sich bei Ihnen etwas geändert hat, wenden Sie sich bitte an die Agentur.",
  because: (reason) => `Der Grund: ${reason}.`,
  ineligibleBecause: (reason, article) => `Der Grund: ${reason} (Artikel ${article} des Gesetzes vom 15. Mai 2024).`,
  missionAt: (mission, host) => `Einsatz ${mission} bei der Aufnahmeeinrichtung ${host}`,
  service: (missions, promotion, from, until) =>
    `Sie sind platziert: ${missions}, in der Dienstgruppe ${promotion}, vom ${from} bis zum ${until}.`,
  rank: (rank) =>
    rank === 1
      ? "Das ist Ihr erster Wunsch."
      : rank === 2
        ? "Das ist Ihr zweiter Wunsch."
        : rank === 3
          ? "Das ist Ihr dritter Wunsch."
          : `Das ist Ihr Wunsch Nummer ${rank}.`,
  deferred: (days) => `Sie beginnen ${days} später als an dem Datum, das Ihrem gewählten am nächsten liegt.`,
  reasons: {
    pin: "eine Entscheidung in Ihrer Akte",
    published: "der bereits veröffentlichte Plan",
    places: "die Plätze der von Ihnen gewählten Einsätze sind belegt",
    size: "in den für Sie passenden Gruppen ist kein Platz mehr frei",
    rule: "eine Regel des Gesetzes",
    "deferral-cap": "andere wurden bereits so lange aufgeschoben wie erlaubt",
    "reserve-priority": "Personen von der Reserveliste kommen zuerst (Artikel 13)",
    "regional-balance": "das Gleichgewicht zwischen den Regionen (Artikel 4)",
    representativeness:
      "die Teilnahme einer anderen Person bringt die frühere Gruppe einer repräsentativen Zusammensetzung näher (Artikel 23 §3)",
    quota: "die Zusammensetzung der Gruppe",
    "low-skilled": "die Einbeziehung gering Qualifizierter (Artikel 4)",
    "cross-region": "in jeder Gruppe soll jemand in einer anderen Region dienen (Artikel 14)",
    delay: "andere würden sonst länger warten",
    wishes: "die Wünsche aller Kandidaten zusammen (Artikel 13)",
    "cross-language": "Dienst in einem anderen Sprachgebiet wird gefördert (Artikel 14)",
    lottery: "Sie und andere waren in jeder Hinsicht gleich, und das Los hat entschieden",
    "no-fit": "keiner Ihrer Wünsche passt in eine Gruppe dieser Runde",
    "not-established": "der Grund wird noch festgestellt; Sie können danach fragen",
  },
};

import type { Words } from "./words.ts";

const RANKS = ["erste", "zweite", "dritte"];
const rankOf = (rank: number) => `${RANKS[rank - 1] ?? `${rank}.`} Wahl`;

/** Verwaltungsdeutsch der Deutschsprachigen Gemeinschaft, kurze Sätze. */
export const de: Words = {
  locale: "de-BE",
  you: {
    placed: (date, missions, rank) => `Sie beginnen am ${date} mit dem Einsatz ${missions}. Das ist Ihre ${rankOf(rank)}.`,
    deferred: (date, missions, rank, days) =>
      `Ihr Beginn wird aufgeschoben: Sie beginnen am ${date} mit dem Einsatz ${missions} (Ihre ${rankOf(rank)}). Das ist ${days} ${days === 1 ? "Tag" : "Tage"} nach dem nächsten Datum, das für Sie möglich war.`,
    reserve: "In dieser Platzierungsrunde konnten Sie keinen Platz erhalten.",
    ineligible: "Sie erfüllen die Bedingungen für diese Platzierungsrunde nicht.",
    offer:
      "Sie können die Eintragung in die vorrangige Reserveliste beantragen (Artikel 13 Absatz 2). Sie kommen dann vor den anderen.",
    lastChance: "Achtung: Nach dieser Runde haben Sie die Altersgrenze überschritten.",
    firstChoice: "Warum nicht Ihre erste Wahl?",
    hasIt: "Das haben Sie erhalten.",
    impossible: "Keine Ihrer Wahlen ist dort möglich.",
    draw: (draw) => `Ihre Losnummer: ${draw.slice(0, 12)}… (die niedrigste kommt zuerst).`,
  },
  they: {
    placed: (date, missions, rank) => `Der Dienst beginnt am ${date} mit dem Einsatz ${missions} (${rankOf(rank)}).`,
    deferred: (date, missions, rank, days) =>
      `Der Beginn wird aufgeschoben: Der Dienst beginnt am ${date} mit dem Einsatz ${missions} (${rankOf(rank)}), ${days} ${days === 1 ? "Tag" : "Tage"} nach dem nächsten möglichen Datum.`,
    reserve: "In dieser Platzierungsrunde konnte kein Platz vergeben werden.",
    ineligible: "Die Bedingungen für diese Platzierungsrunde sind nicht erfüllt.",
    offer:
      "Die Eintragung in die vorrangige Reserveliste kann beantragt werden (Artikel 13 Absatz 2) und gibt Vorrang vor den anderen.",
    lastChance: "Nach dieser Runde ist die Altersgrenze überschritten.",
    firstChoice: "Warum nicht die erste Wahl?",
    hasIt: "Das wurde zugeteilt.",
    impossible: "Keine der Wahlen ist dort möglich.",
    draw: (draw) => `Losnummer: ${draw.slice(0, 12)}… (die niedrigste kommt zuerst).`,
  },
  toCandidate: {
    pin: "Die Agentur hat dies für Ihre Akte im Einzelnen entschieden.",
    published: "Bereits bekannt gegebene Platzierungen hätten geändert werden müssen.",
    places: "In den gewählten Einsätzen gab es nicht genug Plätze für alle, die sie wollten.",
    size: "In den Bürgergruppen gab es nicht genug Plätze für alle, die sie wollten.",
    rule: "Eine Regel, an die die Agentur gebunden ist, ließ es nicht zu.",
    quota: "Andere Kriterien, die Zusammensetzung der Gruppen betreffend, ließen es nicht zu.",
    lottery: "Mehrere Personen waren gleich berechtigt, und das Los hat entschieden.",
    "not-established": "Der genaue Grund konnte noch nicht festgestellt werden. Sie können ihn bei der Agentur erfragen.",
    "cross-language": "Die Agentur fördert den Dienst in einem anderen Sprachgebiet, und weniger Personen hätten ihn geleistet.",
    "cross-region":
      "In jeder Gruppe dient nach Möglichkeit mindestens eine Person in einer anderen Region. Das wäre nicht mehr so gewesen.",
    "deferral-cap": "Wer schon so lange gewartet hat wie zulässig, kommt zuerst.",
    delay: "Andere hätten länger warten müssen.",
    "low-skilled": "Die Agentur muss auch gering qualifizierte junge Menschen erreichen, und zu wenige hätten beginnen können.",
    "regional-balance": "Die Platzierungen müssen ausgewogen auf die Regionen verteilt sein.",
    representativeness:
      "Jede Bürgergruppe soll der Gesellschaft ähneln. Durch die Teilnahme einer anderen Person kam die Gruppe diesem Ziel näher.",
    "reserve-priority": "Wer auf der vorrangigen Reserveliste steht oder schon aufgeschoben wurde, kommt zuerst.",
    wishes: "Die Wünsche der Bewerber wären schlechter erfüllt worden.",
    "no-fit":
      "Keine Ihrer Wahlen ist an einem Datum dieser Runde möglich (Zone, Daten, Sprachen oder Bedingungen des Einsatzes).",
  },
  phrase: {
    pin: "Entscheidung der Agentur über diese Akte",
    published: "Beständigkeit der bekannt gegebenen Platzierungen",
    places: "nicht genug Plätze in den gewählten Einsätzen",
    size: "nicht genug Plätze in den Bürgergruppen",
    rule: "zwingende Regel",
    quota: "Zusammensetzung der Bürgergruppen",
    lottery: "Los unter gleich berechtigten Bewerbern",
    "not-established": "Grund innerhalb der Rechengrenzen nicht festgestellt",
    "cross-language": "Dienst in einem anderen Sprachgebiet",
    "cross-region": "Dienst in einer anderen Region",
    "deferral-cap": "Vorrang der durch die Grenze des Aufschubs Geschützten",
    delay: "Aufschub anderer Bewerber",
    "low-skilled": "Einbeziehung gering Qualifizierter",
    "regional-balance": "ausgewogene Verteilung auf die Regionen",
    representativeness: "soziodemografische Repräsentativität, der die Teilnahme eines anderen Bewerbers näher kommt",
    "reserve-priority": "Vorrang der Reserveliste und früherer Aufschübe",
    wishes: "geäußerte Wünsche",
    "no-fit": "keine Wahl in den Gruppen der Runde möglich",
  },
  aim: {
    changes: "möglichst wenige Änderungen an bekannt gegebenen Platzierungen",
    "deferral-cap": "möglichst wenige Personen über der Grenze des Aufschubs",
    "reserve-priority": "möglichst viele vorrangige Personen platziert",
    placed: "möglichst viele Personen platziert",
    "regional-balance": "ausgewogene Verteilung auf die Regionen",
    "worst-promotion": "Zusammensetzung der Gruppe, die am weitesten von den Zielen liegt",
    representativeness: "Zusammensetzung aller Gruppen",
    "low-skilled": "Anteil der gering Qualifizierten",
    "cross-region": "Gruppen, in denen jemand in einer anderen Region dient",
    delay: "möglichst wenige Tage Aufschub",
    wishes: "geäußerte Wünsche",
    "cross-language": "Dienst in einem anderen Sprachgebiet",
    lottery: "Los",
  },
  article: (article) => `Artikel ${article} des Gesetzes vom 15. Mai 2024`,
  wanted: {
    nearestDate: "Warum nicht das nächste Datum?",
    date: (date) => `Warum nicht am ${date}?`,
    placed: "Warum kein Platz?",
    place: (what) => `Warum nicht ${what}?`,
  },
  nothing: "Nichts steht dem entgegen.",
  lottery: "Alle Betroffenen hatten dieselben Rechte. Das Los, das jeder nachprüfen kann, hat entschieden, wer zuerst kommt.",
  price: (tier, by, atMost) =>
    `Preis: Das Ziel „${tier}“ würde um ${atMost === null ? by : `${by} bis ${atMost}`} überschritten.`,
  interval: (tier, atMost) =>
    `So viel ist bekannt: Ohne dass die Ziele davor etwas kosten, würde das Ziel „${tier}“ um höchstens ${atMost} überschritten; ob weniger genügen würde oder nichts, steht nicht fest.`,
  seat: (promotion, candidate, withThem, instead) =>
    `In ${promotion} nimmt ${candidate} den Platz ein: Abweichung ${withThem} mit dieser Person, ${instead} mit dem aufgeschobenen Bewerber an ihrer Stelle.`,
  makeWay: (ids) => `Platz machen würden: ${ids}.`,
  passed: (date, phrase) => `Am ${date}: ${phrase}.`,
  helps: "Was genügt hätte:",
  nothingHelps: "Keine kleine Änderung allein hätte genügt, soweit wir wissen.",
  notTried: (count) => `Andere Termine und Einsätze, die nicht versucht wurden: ${count}.`,
  change: {
    missionPlace: (mission) => `ein Platz mehr im Einsatz ${mission}`,
    promotionSeat: (promotion) => `ein Platz mehr in der Gruppe ${promotion}`,
    tolerance: (tier) => `eine Einheit mehr Toleranz für „${tier}“`,
    startDate: (date) => `ein anderes Anfangsdatum: ${date}`,
    choice: (mission) => `eine andere Wahl: Einsatz ${mission}`,
  },
  better: "Beim Beantworten dieser Frage wurde eine bessere Platzierung gefunden: Sie sollte diese ersetzen.",
  file: null,
};

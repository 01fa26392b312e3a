import type { law as pattern } from "../en/law.ts";

/** What the rules are worth today, by profile; and the readings that no setting changes, by article: what is done, and why. */
export const law: typeof pattern = {
  status: {
    "be-2024-05-15":
      "In Kraft seit dem 31. Mai 2024, wie veröffentlicht. Sekundärquellen melden die Nichtigerklärung durch den Verfassungsgerichtshof (135/2025 vom 23. Oktober 2025); nicht überprüft.",
    "be-2024-05-15-art14-hard":
      "Annahme: der königliche Erlass, den Art. 14 §2 Absatz 2 nach der Bewertung des Gesetzes erlaubt; es ist keiner bekannt. Das Gesetz selbst: in Kraft seit dem 31. Mai 2024, wie veröffentlicht; Sekundärquellen melden die Nichtigerklärung durch den Verfassungsgerichtshof (135/2025 vom 23. Oktober 2025), nicht überprüft.",
    "ranked-choices": "Kein Gesetz: ein Zuordnungsproblem mit gereihten Wünschen.",
  },
  fixed: {
    "10, 1°": [
      "das Alter zählt am Startdatum jeder Gruppe; wer am 29. Februar geboren ist, hat in einem gewöhnlichen Jahr am 1. März Geburtstag",
      "Wer für eine spätere Gruppe zu alt wäre, wird als letzte Gelegenheit gekennzeichnet.",
    ],
    "11 §1, §3": [
      "eine Ausnahme der Agentur hebt sowohl den früheren Dienst als auch das Strafregister auf",
      "§3 nennt keinen anderen Grund.",
    ],
    "8 §4-6": [
      "eine Zulassung, die endet, während jemand schon dient, ist eine Warnung, kein Hindernis",
      "Der Antrag der Einrichtung selbst wirkt erst nach dem laufenden Einsatz (§6); bei einem Entzug (§4) muss die Agentur handeln.",
    ],
    "2, 2°; 12 §1": [
      "niemand wird außerhalb seiner Wünsche platziert; einer Bewerbung ohne Wünsche wird die Reserveliste angeboten",
      "Die Verpflichtung ist frei.",
    ],
    "13 al. 2": [
      "Vorrang heißt, überhaupt vor anderen platziert zu werden, nicht ein besserer Wunsch oder Termin",
      "Die Reserveliste dient einer späteren Verpflichtung.",
    ],
    "14 §1": [
      "das Sprachgebiet der Einrichtung zählt; das zweisprachige Brüssel-Hauptstadt ist ein eigenes",
      "§1 spricht vom Ort der Einrichtung, §2 vom Dienst.",
    ],
    "14 §2": ["bei einem Paar von Einsätzen bestimmt der erste die Region", "Ein Paar ist ein einziger Dienst."],
    "16 §1": [
      "eine Gruppe dauert sechs bis zwölf Monate, und alle ihre Bürger dienen an jedem Tag",
      "Alles andere ist ein Problem der Daten.",
    ],
    "2, 2°; 23 §3": [
      "niemand beginnt vor dem gewählten Datum, es sei denn, ein früheres ist nach eigener Angabe recht",
      "Das Gesetz lässt die Agentur aufschieben, nicht vorziehen.",
    ],
    "23 §3": [
      "das nächste Datum ist der Start, der dem gewählten am nächsten liegt und an dem ein Wunsch passt, von Plätzen abgesehen; von zweien der frühere",
      "Die Verspätung zählt ab diesem Datum.",
    ],
    "22 §3; 23 §2": ["beide Einsätze eines Paares liegen in der Zone der Gruppe", "Der Bürger gehört zu einer einzigen Gruppe."],
    "22 §1, 2°-3°, §3": [
      "nicht angegebene Stunden zählen als das Höchste, was das Gesetz erlaubt",
      "Aus Schweigen folgt nicht, dass ein Paar passt.",
    ],
  },
};

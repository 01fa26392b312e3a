import type { run as pattern } from "../en/run.ts";
import { plural } from "../plural.ts";

const n = plural("de");

export const run: typeof pattern = {
  title: "Die Kandidaten platzieren",
  intro:
    "Der Dienst sucht die beste Platzierung, Ziel für Ziel, und beweist, wie gut sie ist. Sie können zusehen, gehen und wiederkommen oder anhalten und das Beste behalten.",
  howLong: "Wie lange darf es dauern?",
  howLongHint:
    "Er endet früher, wenn das Beste bewiesen ist. Mehr Zeit bringt eine bessere Platzierung oder einen stärkeren Beweis, nie eine rechtswidrige.",
  draw: "Das Los",
  seed: "Text, aus dem gelost wird",
  seedHint: "Leer lassen, um den der Runde zu behalten. Derselbe Text ergibt dasselbe Los.",
  start: "Kandidaten platzieren",
  going: "Es wird gesucht…",
  cancel: "Anhalten und das Beste behalten",
  cancelling: "Wird angehalten…",
  elapsed: "Zeit",
  placedSoFar: "platziert",
  best: "Bestes gefunden",
  bound: "Bestes möglich",
  gap: "Noch offen",
  chartLabel: "Bestes gefunden und bestes möglich im Zeitverlauf, für das aktuelle Ziel",
  stages: "Ziele bisher",
  aim: "Ziel",
  proven: "Für jedes Ziel ist bewiesen, dass keine rechtmäßige Platzierung besser ist.",
  notProven:
    "Die Platzierung ist rechtmäßig und geprüft; für manche Ziele kann es eine bessere geben. Das Ergebnis sagt, wie viel höchstens.",
  again: "Erneut platzieren",
  toResult: "Ergebnis ansehen",
  earlier: "Frühere Platzierungen dieser Runde",
  when: "Gestartet",
  stateHead: "Stand",
  conflict: "Regeln im Widerspruch",
  conflictIntro:
    "Die Regeln unten können nicht zusammen gelten; ohne eine von ihnen gelten die anderen. Ändern Sie eine in den Daten oder der Politik.",
  conflictPart: "Die Regeln unten können nicht zusammen gelten; vielleicht steht schon ein kleinerer Teil im Widerspruch.",
  tryChange: "Diese Änderung versuchen",
  rule: "Regel",
  articleHead: "Artikel",
  subject: "Für",
  duration: (seconds) => (seconds < 60 ? n(seconds, "Sekunde", "Sekunden") : n(seconds / 60, "Minute", "Minuten")),
  seconds: (text) => `${text} s`,
  queued: (position) => (position > 0 ? `Wartet: noch ${position} davor` : "Wartet auf den Start…"),
  phase: (tier) => `Ziel ${tier} in der Reihenfolge der Politik`,
  explain: (sense) =>
    sense === "minimise"
      ? "Weniger ist besser. „Bestes möglich“ ist, was keine rechtmäßige Platzierung unterschreiten kann; treffen sich beide Zahlen, ist das Beste bewiesen."
      : "Mehr ist besser. „Bestes möglich“ ist, was keine rechtmäßige Platzierung überschreiten kann; treffen sich beide Zahlen, ist das Beste bewiesen.",
  ended: (by) =>
    ({
      proof: "Platziert: das Beste ist bewiesen",
      steps: "Platziert im erlaubten Aufwand",
      time: "Platziert in der erlaubten Zeit",
      cancel: "Angehalten: dies ist das Beste, das gefunden wurde",
      error: "Platziert; eine Antwort bestand ihre Prüfung nicht und wurde nicht verwendet",
    })[by],
  states: {
    queued: "wartet",
    solving: "sucht",
    completed: "fertig",
    infeasible: "keine Platzierung möglich",
    cancelled: "angehalten",
    failed: "gescheitert",
  },
  subjects: {
    candidate: "Kandidat/in",
    promotion: "Gruppe",
    mission: "Einsatz",
    host: "Einrichtung",
    dimension: "Dimension",
    category: "Gruppe",
    region: "Region",
    day: "am",
  },
};

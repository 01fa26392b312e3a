import type { run as pattern } from "../en/run.ts";
import { plural } from "../plural.ts";

const n = plural("nl");

export const run: typeof pattern = {
  title: "De kandidaten plaatsen",
  intro:
    "De dienst zoekt de beste plaatsing, doel na doel, en bewijst hoe goed ze is. U kunt volgen, weggaan en terugkomen, of stoppen en het beste houden.",
  howLong: "Hoelang mag het duren?",
  howLongHint:
    "Hij stopt vroeger als het beste bewezen is. Meer tijd geeft een betere plaatsing of een sterker bewijs, nooit een onwettige.",
  draw: "De loting",
  seed: "Tekst waaruit geloot wordt",
  seedHint: "Laat leeg om die van de ronde te houden. Dezelfde tekst geeft dezelfde loting.",
  start: "Kandidaten plaatsen",
  going: "Er wordt gezocht…",
  cancel: "Stoppen en het beste houden",
  cancelling: "Wordt gestopt…",
  elapsed: "Tijd",
  placedSoFar: "geplaatst",
  best: "Beste gevonden",
  bound: "Best mogelijk",
  gap: "Nog open",
  chartLabel: "Beste gevonden en best mogelijk in de tijd, voor het huidige doel",
  stages: "Doelen tot nu toe",
  aim: "Doel",
  proven: "Voor elk doel is bewezen dat geen wettige plaatsing het beter doet.",
  notProven:
    "De plaatsing is wettig en nagekeken; voor sommige doelen kan er een betere zijn. Het resultaat zegt hoeveel hoogstens.",
  again: "Opnieuw plaatsen",
  toResult: "Het resultaat bekijken",
  earlier: "Eerdere plaatsingen van deze ronde",
  when: "Gestart",
  stateHead: "Stand",
  conflict: "Regels in conflict",
  conflictIntro:
    "De regels hieronder kunnen niet samen gelden; zonder een ervan kunnen de andere wel. Wijzig er een in de gegevens of het beleid.",
  conflictPart: "De regels hieronder kunnen niet samen gelden; misschien is een kleiner deel al in conflict.",
  tryChange: "Deze wijziging proberen",
  rule: "Regel",
  articleHead: "Artikel",
  subject: "Voor",
  duration: (seconds) => (seconds < 60 ? n(seconds, "seconde", "seconden") : n(seconds / 60, "minuut", "minuten")),
  seconds: (text) => `${text} s`,
  queued: (position) => (position > 0 ? `Wachtend: nog ${position} ervoor` : "Wacht op de start…"),
  phase: (tier) => `Doel ${tier} in de volgorde van het beleid`,
  explain: (sense) =>
    sense === "minimise"
      ? "Minder is beter. “Best mogelijk” is waar geen wettige plaatsing onder kan; als beide getallen samenvallen, is het beste bewezen."
      : "Meer is beter. “Best mogelijk” is waar geen wettige plaatsing boven kan; als beide getallen samenvallen, is het beste bewezen.",
  ended: (by) =>
    ({
      proof: "Geplaatst: het beste is bewezen",
      steps: "Geplaatst binnen het toegestane werk",
      time: "Geplaatst binnen de toegestane tijd",
      cancel: "Gestopt: dit is het beste dat gevonden werd",
      error: "Geplaatst; één antwoord doorstond de controle niet en werd niet gebruikt",
    })[by],
  states: {
    queued: "wacht",
    solving: "zoekt",
    completed: "klaar",
    infeasible: "geen plaatsing mogelijk",
    cancelled: "gestopt",
    failed: "mislukt",
  },
  subjects: {
    candidate: "kandidaat",
    promotion: "groep",
    mission: "opdracht",
    host: "organisatie",
    dimension: "dimensie",
    category: "groep",
    region: "Gewest",
    day: "op",
  },
};

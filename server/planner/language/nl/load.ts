import type { load as pattern } from "../en/load.ts";
import { plural } from "../plural.ts";

const n = plural("nl");

export const load: typeof pattern = {
  title: "Een ronde laden",
  intro:
    "Een plaatsingsronde bevat de kandidaten die zich aanmeldden, de opdrachten die gastorganisaties aanbieden en de samenlevingsgroepen die u wilt starten. Er is nog niets geplaatst.",
  drop: "Sleep de bestanden van een ronde hierheen",
  dropHint: "Eén ronde als JSON, één Excel-werkmap, of vier tabellen (hosts, missions, promotions, candidates) als CSV of Excel.",
  choose: "Bestanden kiezen",
  reading: "De bestanden worden gelezen…",
  notAFile: (name) =>
    `${name} is geen JSON en geen tabel van een ronde. Noem de tabellen hosts, missions, promotions en candidates.`,
  missingTables: (names) => `Deze tabellen ontbreken: ${names}. Sleep ze alle vier samen.`,
  roundName: "Naam van de ronde",
  roundNameHint: "Bijvoorbeeld 2026-herfst. Hij staat op elk document van de ronde.",
  read: "De tabellen lezen",
  demos: "Of probeer een voorbeeld",
  demoIntro: "Verzonnen mensen, echte gemeenten. Niets erin gaat over iemand.",
  demoNames: { tiny: "Zes kandidaten", intake: "Eén instroom", "national-year": "Een nationaal jaar" },
  demoHints: {
    tiny: "Klein genoeg om met de hand na te rekenen.",
    intake: "De instroom van één streek, in ongeveer een minuut geplaatst.",
    "national-year": "De omvang die de wet beoogt.",
  },
  open: "Openen",
  openNamed: (name) => `${name} openen`,
  templates: "Sjablonen",
  templatesIntro: "Lege tabellen met de juiste kolommen, voor Excel. De tweede regel toont een voorbeeld.",
  tables: { hosts: "Organisaties", missions: "Opdrachten", promotions: "Groepen", candidates: "Kandidaten" },
  earlier: "Eerder geladen ronden",
  noEarlier: "Er werd nog geen ronde geladen.",
  loadedOn: "Geladen",
  loadedBy: "Door",
  sizes: "Inhoud",
  state: "Gegevens",
  ready: "klaar",
  errors: (count) => n(count, "fout", "fouten"),
  warnings: (count) => n(count, "opmerking", "opmerkingen"),
  variantOf: "variant",
  issuesTitle: "Wat er met de gegevens scheelt",
  issuesIntro: (errors) =>
    `${errors} te verbeteren in het bestand voordat deze ronde kan worden geplaatst. Verbeter ze in één keer en laad de ronde opnieuw.`,
  warningsOnly: "De gegevens zijn bruikbaar. Sommige regels verdienen een blik.",
  tooManyIssues: (shown, all) => `De eerste ${shown} van ${all} worden getoond.`,
  where: "Waar",
  what: "Wat er scheelt",
  fix: "Wat te doen",
  kind: "Soort",
  error: "fout",
  warning: "opmerking",
  wholeFile: "het hele bestand",
  row: (row) => `regel ${row}`,
  line: (list, position, id) => (id === null ? `${list}, regel ${position}` : `${list}, regel ${position} (${id})`),
  loaded: (name) => `Ronde ${name} is geladen`,
  privacy:
    "Een ronde bevat geen namen, rijksregisternummers of adressen: alleen pseudoniemen. Bestanden die ze lijken te bevatten worden geweigerd (art. 7, 12).",
  toCheck: "Naar Nakijken",
  workbook: "De werkmap",
};

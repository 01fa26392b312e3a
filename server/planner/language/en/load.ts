import { plural } from "../plural.ts";

const n = plural("en");

export const load = {
  title: "Load a round",
  intro:
    "A round is one working session: the candidates who applied, the missions that hosts offer, and the promotions you want to start. Nothing is placed yet.",
  drop: "Drop the files of a round here",
  dropHint: "One round as JSON, one Excel workbook, or four tables (hosts, missions, promotions, candidates) as CSV or Excel.",
  choose: "Choose files",
  reading: "Reading the files…",
  notAFile: (name: string) =>
    `${name} is neither JSON nor a table of a round. Name tables hosts, missions, promotions and candidates.`,
  missingTables: (names: string) => `These tables are missing: ${names}. Drop all four together.`,
  roundName: "Name of the round",
  roundNameHint: "For example 2026-autumn. It stands on every document of the round.",
  read: "Read the tables",
  demos: "Or try an example",
  demoIntro: "Invented people, real municipalities. Nothing in it is about anybody.",
  demoNames: {
    tiny: "Six candidates",
    intake: "One intake",
    "national-year": "A national year",
  } as Readonly<Record<string, string>>,
  demoHints: {
    tiny: "Small enough to check by hand.",
    intake: "One region's intake, placed in about a minute.",
    "national-year": "The size the law aims at.",
  } as Readonly<Record<string, string>>,
  open: "Open",
  openNamed: (name: string) => `Open ${name}`,
  templates: "Templates",
  templatesIntro: "Empty tables with the right columns, for Excel. The second line shows an example.",
  tables: { hosts: "Hosts", missions: "Missions", promotions: "Promotions", candidates: "Candidates" } as Readonly<
    Record<string, string>
  >,
  earlier: "Rounds loaded before",
  noEarlier: "No round was loaded yet.",
  loadedOn: "Loaded",
  loadedBy: "By",
  sizes: "Contents",
  state: "Data",
  ready: "ready",
  errors: (count: number) => n(count, "error", "errors"),
  warnings: (count: number) => n(count, "note", "notes"),
  variantOf: "variant",
  issuesTitle: "What is wrong with the data",
  issuesIntro: (errors: string) =>
    `${errors} must be corrected in the file before this round can be placed. Correct them all at once, then load it again.`,
  warningsOnly: "The data can be used. Some lines deserve a look.",
  tooManyIssues: (shown: string, all: string) => `The first ${shown} of ${all} are shown.`,
  where: "Where",
  what: "What is wrong",
  fix: "What to do",
  kind: "Kind",
  error: "error",
  warning: "note",
  wholeFile: "the whole file",
  row: (row: string) => `row ${row}`,
  line: (list: string, position: string, id: string | null) =>
    id === null ? `${list}, line ${position}` : `${list}, line ${position} (${id})`,
  loaded: (name: string) => `Round ${name} is loaded`,
  privacy:
    "A round holds no names, national numbers or addresses: pseudonymous ids only. Files that look as if they did are refused (Art. 7, 12).",
  toCheck: "Go to Check",
  workbook: "The workbook",
  cellKinds: {
    day: "a day",
    number: "a number",
    "yes or no": "yes or no",
    "list of periods": "a list of periods",
    "list of periods with places": "a list of periods with places",
    "mission or pair of missions": "a mission or pair of missions",
  } as Readonly<Record<string, string>>,
};

import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";
import { writeCsv } from "../exports/write-csv.ts";
import { type ColumnKind, type FileName, templateColumns } from "./columns.ts";

/** What a cell of each kind looks like. */
const EXAMPLES: Readonly<Record<ColumnKind, string>> = {
  text: "",
  category: "",
  day: "05/10/2026",
  number: "2",
  truth: "no",
  list: "fr|nl",
  windows: "01/12/2026..28/02/2027",
  occupied: "01/06/2026..30/11/2026=1",
  choice: "m1",
};

/** Where the kind says too little. */
const EXAMPLES_OF_COLUMNS: Readonly<Record<string, string>> = {
  id: "x1",
  host: "h1",
  promotion: "p1",
  candidate: "c77",
  municipality: "62063",
  region: "",
  languageArea: "",
  missionRegion: "",
  approvedUntil: "",
  until: "",
  end: "04/04/2027",
  domain: "environment",
  offers: "wheelchair-access",
  needs: "wheelchair-access",
  "zone.municipalities": "",
  "zone.provinces": "Liège|Namur",
  "zone.regions": "",
  "zone.languageAreas": "",
  birthDate: "14/03/2006",
  chosenStart: "01/10/2026",
  earliest: "",
  latest: "",
  hoursPerWeek: "28",
  hoursPerDay: "7,6",
  maxSize: "25",
  minSize: "10",
  keepFree: "0",
  choice2: "m2+m3@2",
  choice3: "",
  missions: "m8",
  record: "clear",
  reserveSince: "",
  reservedFor: "",
  deferrals: "0",
};

const IDS: Readonly<Record<FileName, string>> = {
  hosts: "h1",
  missions: "m1",
  promotions: "p1",
  candidates: "c1",
  members: "c77",
};

/** The template of a file: the columns of the round's schema, and one row that shows how each is written. */
export function template(file: FileName): string {
  const { representativeness } = be20240515.defaults;
  const dimensions = (representativeness ?? []).map(({ dimension }) => dimension);
  const columns = templateColumns(file, dimensions);
  const example = columns.map(({ name, kind }) => (name === "id" ? IDS[file] : (EXAMPLES_OF_COLUMNS[name] ?? EXAMPLES[kind])));
  return writeCsv(
    columns.map(({ name }) => name),
    [example],
  );
}

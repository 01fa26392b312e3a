import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "./decode-text.ts";
import { MAX_ROWS, type Row, type TableRead, tableOf } from "./table.ts";

const DELIMITERS = [";", "\t", ","] as const;
/** No cell of a lawful round is longer. */
const MAX_RECORD_CHARACTERS = 1_000_000;

/** Reads CSV bytes: any of `;`, tab and `,`, whichever the first line has most of; a line `sep=;` before it decides. */
export function readCsv(bytes: Uint8Array): TableRead {
  const text = decodeText(bytes);
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const skipped = told === null ? 0 : 1;
  try {
    const records = parse(body, {
      delimiter: told?.[1] ?? likelyDelimiter(body),
      relax_column_count: true,
      to: MAX_ROWS + 2,
      max_record_size: MAX_RECORD_CHARACTERS,
    });
    return tableOf(records.map((cells, index): Row => ({ number: index + 1 + skipped, cells })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : null;
    return { ok: false, code: "file-unreadable", params: { detail: DETAILS[error.code] ?? "it is no CSV" }, row: line };
  }
}

/** The library's own texts repeat what the file holds. */
const DETAILS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is not closed",
  CSV_INVALID_CLOSING_QUOTE: "something stands between a closing quotation mark and the next separator",
  INVALID_OPENING_QUOTE: "a quotation mark stands inside a cell that does not begin with one",
  CSV_MAX_RECORD_SIZE: "a row is too long",
};

/** Counted in the first line, outside quotation marks. */
function likelyDelimiter(text: string): string {
  const firstLine = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? "";
  const outside = firstLine.replaceAll(/"(?:[^"]|"")*"/g, "");
  const count = (delimiter: string) => outside.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

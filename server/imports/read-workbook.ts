import { unzipSync, zipSync } from "fflate";
import readSheets from "read-excel-file/node";
import { type TableRead, tableOf } from "./table.ts";

/** An .xlsx file is a ZIP archive; this is how it begins. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04] as const;
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAX_ENTRIES = 1_000;

export function isWorkbook(bytes: Uint8Array): boolean {
  return ZIP_START.every((byte, index) => bytes[index] === byte);
}

/** Reads the sheets of an .xlsx file by name, lower case; one that unpacks to more than is lawful is not unpacked. */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, TableRead> | Extract<TableRead, { ok: false }>> {
  const packed = repacked(bytes);
  if (!(packed instanceof Uint8Array)) return packed;
  try {
    const sheets = await readSheets(Buffer.from(packed));
    return new Map(
      sheets.map(({ sheet, data }) => [
        sheet.trim().toLowerCase(),
        tableOf(data.map((cells, index) => ({ number: index + 1, cells: cells.map(asCell) }))),
      ]),
    );
  } catch {
    // What the library says of a broken workbook may repeat its text.
    return unreadable("it is no Excel workbook (.xlsx)");
  }
}

function asCell(value: unknown): string | number | boolean | Date | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean" || value instanceof Date) return value;
  return String(value);
}

/** The same archive, of entries that were unpacked within the cap: an entry that says it is smaller than it is fails here. */
function repacked(bytes: Uint8Array): Uint8Array | Extract<TableRead, { ok: false }> {
  let [count, total] = [0, 0];
  const isWanted = (name: string) => /\.(xml|rels)$/i.test(name);
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (isWanted(name)) total += originalSize;
        return false;
      },
    });
    if (count > MAX_ENTRIES || total > MAX_UNPACKED_BYTES) {
      return {
        ok: false,
        code: "file-too-large",
        params: { unit: "bytes unpacked", count: total, max: MAX_UNPACKED_BYTES },
        row: null,
      };
    }
    return zipSync(unzipSync(bytes, { filter: ({ name }) => isWanted(name) }), { level: 0 });
  } catch {
    return unreadable("it is no ZIP archive that can be unpacked");
  }
}

function unreadable(detail: string): Extract<TableRead, { ok: false }> {
  return { ok: false, code: "file-unreadable", params: { detail }, row: null };
}

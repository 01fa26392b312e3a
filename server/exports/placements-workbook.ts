import writeWorkbook from "write-excel-file/node";
import { PLACEMENT_COLUMNS, type PlacementRow } from "./placement-rows.ts";

/** The placements as an Excel workbook of one sheet, its first row fixed. Texts are text cells, so that none runs as a formula. */
export async function placementsWorkbook(rows: readonly PlacementRow[]): Promise<Uint8Array> {
  const header = PLACEMENT_COLUMNS.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const cells = rows.map((row) =>
    PLACEMENT_COLUMNS.map((name) => {
      const value = row[name];
      if (value === null || typeof value === "number") return value;
      return { value: typeof value === "string" ? value : value.join("|"), type: String };
    }),
  );
  return writeWorkbook([header, ...cells], { sheet: "placements", stickyRowsCount: 1 }).toBuffer();
}

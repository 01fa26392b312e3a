import { type PlacementRow, WORKBOOK_TYPE } from "../exports/placement-rows.ts";
import { placementsWorkbook } from "../exports/placements-workbook.ts";
import type { Answer } from "./answer.ts";

/** The stored placements of a run as an Excel workbook. */
export async function answerWorkbook(value: unknown): Promise<Answer> {
  // Written by the run that left them.
  const { placements } = value as { readonly placements: readonly PlacementRow[] };
  const bytes = await placementsWorkbook(placements);
  return {
    status: "answered",
    json: Buffer.from("null"),
    artifacts: [{ name: "placements.xlsx", mediaType: WORKBOOK_TYPE, bytes }],
  };
}

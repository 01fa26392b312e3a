import type { Result } from "../../engine/domain/result.ts";
import { writeCsv } from "./write-csv.ts";

/** What was decided for one candidate, in one row. */
export interface PlacementRow {
  readonly candidate: string;
  readonly outcome: string;
  readonly promotion: string | null;
  readonly missions: readonly string[];
  readonly rank: number | null;
  readonly delayDays: number | null;
  readonly reason: string | null;
}

/** One row per candidate, in the order of the result. */
export function placementRows({ outcomes }: Result): PlacementRow[] {
  return outcomes.map((one) => {
    const { candidate, outcome } = one;
    const reason = "reason" in one ? (one.reason?.code ?? null) : null;
    if (!("promotion" in one)) return { candidate, outcome, promotion: null, missions: [], rank: null, delayDays: null, reason };
    const { promotion, missions, rank, delayDays } = one;
    return { candidate, outcome, promotion, missions, rank, delayDays, reason };
  });
}

/** Media type of an Excel workbook (.xlsx). */
export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The columns for a spreadsheet. */
export const PLACEMENT_COLUMNS = ["candidate", "outcome", "promotion", "missions", "rank", "delayDays", "reason"] as const;

/** The same as CSV for a spreadsheet. */
export function placementsCsv(rows: readonly PlacementRow[]): string {
  return writeCsv(
    PLACEMENT_COLUMNS,
    rows.map((row) => PLACEMENT_COLUMNS.map((name) => row[name])),
  );
}

import { formatDay } from "../../domain/calendar.ts";
import type { Result } from "../../domain/result.ts";
import type { Round } from "../../domain/round.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import { attendances, daysOf } from "../attendance.ts";
import { openCasefile } from "../casefile.ts";
import { below, differs } from "./compare.ts";

/** Whether a warning about places or seats taken by the input alone is true; other warnings are the reader's own. */
function isTrue({ code, params }: Result["issues"][number], round: Round): boolean {
  if (code === "promotion-overfull") {
    return round.promotions.some(({ members, maxSize, keepFree }) => {
      const says = params.members === members.length && params.maxSize === maxSize && params.keepFree === keepFree;
      return says && members.length > maxSize - keepFree;
    });
  }
  if (code !== "overbooked") return true;
  return attendances(openCasefile(round, [])).some((attendance) =>
    daysOf(attendance).some(({ from, until, persons }) => {
      const day = String(params.day);
      const says = params.taken === persons && params.places === attendance.places;
      return says && persons > attendance.places && day >= formatDay(from) && day <= formatDay(until);
    }),
  );
}

/** The warnings `overbooked` and `promotion-overfull` that the round does not bear out. */
export function checkWarnings(result: Result, round: Round): FigureViolation[] {
  return result.issues.flatMap((issue, index) =>
    isTrue(issue, round) ? [] : [differs(below(below("/issues", index), "params"), issue.params, null)],
  );
}

import { covers, formatDay, overlap } from "../../domain/calendar.ts";
import type { Result } from "../../domain/result.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import { attendances, daysOf } from "../attendance.ts";
import { type Casefile, openCasefile } from "../casefile.ts";
import { below, differs } from "./compare.ts";

type Params = Result["issues"][number]["params"];

/** Art. 8 §4-6: the member serves there in that promotion, on some day of which the host is not approved or not available. */
function servesUnapproved({ candidate, mission, host, promotion }: Params, { round, missions, hosts }: Casefile): boolean {
  const place = hosts.get(missions.get(String(mission))?.host ?? "");
  if (place === undefined || place.id !== host) return false;
  return round.promotions.some(({ id, start, end, members }) => {
    const service = { from: start, until: end };
    const serves = members.some((member) => member.candidate === candidate && member.missions.includes(String(mission)));
    const approved = covers(place.approved, service) && !place.unavailable.some((window) => overlap(window, service));
    return id === promotion && serves && !approved;
  });
}

/** Whether a warning about members, places or seats of the input alone is true; other warnings are the reader's own. */
function isTrue({ code, params }: Result["issues"][number], casefile: Casefile): boolean {
  const { round } = casefile;
  if (code === "approval-ends-in-service") return servesUnapproved(params, casefile);
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

/** The warnings `approval-ends-in-service`, `overbooked` and `promotion-overfull` that the round does not bear out. */
export function checkWarnings(result: Result, casefile: Casefile): FigureViolation[] {
  return result.issues.flatMap((issue, index) =>
    isTrue(issue, casefile) ? [] : [differs(below(below("/issues", index), "params"), issue.params, null)],
  );
}

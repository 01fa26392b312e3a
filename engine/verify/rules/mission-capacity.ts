import { formatDay } from "../../domain/calendar.ts";
import { attendances, daysOf } from "../attendance.ts";
import { breaks, type Check } from "../check.ts";

/**
 * Art. 8 §1: on no day do the citizens serving at a mission, or at a host, outnumber its places. A day overbooked by members
 * and occupied places alone is no fault of the placements, but nobody may be placed on it.
 */
export const missionCapacity: Check = (casefile) =>
  attendances(casefile).flatMap((attendance) => {
    const tooMany = daysOf(attendance).find(({ persons, placed }) => placed > 0 && persons > attendance.places);
    if (tooMany === undefined) return [];
    return breaks(
      "mission-capacity",
      { [attendance.kind]: attendance.id },
      `${tooMany.persons} citizens for ${attendance.places} places from ${formatDay(tooMany.from)}`,
    );
  });

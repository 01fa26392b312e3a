import type { Messages } from "../language/messages.ts";
import type { Change } from "./changes.ts";

/** A change as a planner would say it. */
export function changeWords(change: Change, { whatIf }: Messages): string {
  const name = whatIf.kinds[change.kind];
  switch (change.kind) {
    case "promotion-size":
      return whatIf.changed(name, change.promotion, String(change.maxSize ?? ""));
    case "promotion-moved":
      return whatIf.changed(name, change.promotion, change.start);
    case "mission-places":
      return whatIf.changed(name, change.mission, String(change.places));
    case "promotion-withdrawn":
      return whatIf.changed(name, change.promotion, null);
    case "mission-withdrawn":
      return whatIf.changed(name, change.mission, null);
    case "host-withdrawn":
      return whatIf.changed(name, change.host, null);
    case "candidate-withdrawn":
      return whatIf.changed(name, change.candidate, null);
  }
}

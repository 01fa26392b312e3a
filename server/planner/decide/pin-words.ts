import type { PinJson } from "../../../engine/input/round-schema.ts";
import type { Messages } from "../language/messages.ts";

/** A planner's decision in words, without the candidate. */
export function pinWords(pin: PinJson, { decide }: Messages): string {
  if ("outcome" in pin) return decide.kinds.reserve;
  if ("not" in pin)
    return decide.forbidden(
      [pin.not.promotion ?? null, missionText(pin.not.missions)].filter((part) => part !== null).join(", "),
    );
  return decide.placedIn(pin.promotion, missionText(pin.missions));
}

function missionText(missions: string | readonly string[] | null | undefined): string | null {
  if (missions == null) return null;
  return typeof missions === "string" ? missions : missions.join(" + ");
}

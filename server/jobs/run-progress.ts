import type { RunProgress } from "../../engine/search/run.ts";
import type { Run } from "../schemas/run.ts";

/** A moment of a solve as it is told to the outside: |incumbent - bound| / max(1, |incumbent|) is the gap, as in the result. */
export function progressEvent(progress: RunProgress): NonNullable<Run["progress"]> {
  const { seconds, tier, entry, objectives, sense, incumbent, bound } = progress;
  const gap = incumbent === null || bound === null ? null : Math.abs(incumbent - bound) / Math.max(1, Math.abs(incumbent));
  return { seconds: Math.round(seconds * 1000) / 1000, tier, entry, objectives, sense, incumbent, bound, gap };
}

import type { CandidateJson } from "../../input/round-schema.ts";
import { type Apply, add, change } from "./patch-step.ts";

export const candidateAdded: Apply<"candidate-added"> = (round, { candidate }, path) => add(round, "candidate", candidate, path);

/** The fields named replace those of the candidate whole; the others stay. */
export const candidateChanged: Apply<"candidate-changed"> = (round, { candidate, set }, path) =>
  // Fields that are named have the candidate's own types; those that are not named are not there.
  change(round, "candidate", candidate, path, (one) => ({ ...one, ...set }) as CandidateJson);

/** The decisions about the candidate go too, and nobody else may have a mission that was reserved for them (Art. 9). */
export const candidateWithdrawn: Apply<"candidate-withdrawn"> = (round, { candidate }, path) => {
  const found = change(round, "candidate", candidate, path, (one) => one);
  if (found.issues !== undefined) return found;
  const pins = (round.pins ?? []).filter((pin) => pin.candidate === candidate);
  const published = (round.published ?? []).filter((one) => one.candidate === candidate);
  const reserved = round.missions.filter(({ reservedFor }) => reservedFor === candidate);
  return {
    round: {
      ...round,
      candidates: round.candidates.filter(({ id }) => id !== candidate),
      missions: round.missions.map((mission) => {
        if (!reserved.includes(mission)) return mission;
        const { reservedFor: _, ...open } = mission;
        return { ...open, places: 0 };
      }),
      pins: (round.pins ?? []).filter((pin) => !pins.includes(pin)),
      published: (round.published ?? []).filter((one) => !published.includes(one)),
    },
    dropped: [
      ...pins.map(() => ({ kind: "pin-dropped" as const, candidate })),
      ...published.map(() => ({ kind: "published-dropped" as const, candidate })),
      ...reserved.map(({ id }) => ({ kind: "mission-closed" as const, mission: id })),
    ],
  };
};

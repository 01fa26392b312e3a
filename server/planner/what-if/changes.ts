import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { RoundJson } from "../../../engine/input/round-schema.ts";

/** The changes offered as a form; others are made in the policy, in the decisions, or by loading a round. */
export const CHANGES = [
  "promotion-size",
  "promotion-moved",
  "promotion-withdrawn",
  "mission-places",
  "mission-withdrawn",
  "host-withdrawn",
  "candidate-withdrawn",
] as const satisfies readonly Patch["kind"][];
export type ChangeKind = (typeof CHANGES)[number];
export type Change = Extract<Patch, { kind: ChangeKind }>;

/** The list of the round in which the subject of a change stands. */
export const SUBJECTS: Readonly<Record<ChangeKind, "promotions" | "missions" | "hosts" | "candidates">> = {
  "promotion-size": "promotions",
  "promotion-moved": "promotions",
  "promotion-withdrawn": "promotions",
  "mission-places": "missions",
  "mission-withdrawn": "missions",
  "host-withdrawn": "hosts",
  "candidate-withdrawn": "candidates",
};

/** What a change asks for besides its subject. */
export const VALUES: Readonly<Record<ChangeKind, "number" | "day" | null>> = {
  "promotion-size": "number",
  "promotion-moved": "day",
  "promotion-withdrawn": null,
  "mission-places": "number",
  "mission-withdrawn": null,
  "host-withdrawn": null,
  "candidate-withdrawn": null,
};

/** A change out of the form's fields. */
export function changeOf(kind: ChangeKind, id: string, value: string): Change {
  switch (kind) {
    case "promotion-size":
      return { kind, promotion: id, maxSize: Math.max(0, Math.round(Number(value))) };
    case "promotion-moved":
      return { kind, promotion: id, start: value };
    case "promotion-withdrawn":
      return { kind, promotion: id };
    case "mission-places":
      return { kind, mission: id, places: Math.max(0, Math.round(Number(value))) };
    case "mission-withdrawn":
      return { kind, mission: id };
    case "host-withdrawn":
      return { kind, host: id };
    case "candidate-withdrawn":
      return { kind, candidate: id };
  }
}

/** What the form shows before anything is typed: the value as it is. */
export function presentValue(kind: ChangeKind, id: string, round: RoundJson): string {
  if (kind === "promotion-size") return String(round.promotions.find((one) => one.id === id)?.maxSize ?? "");
  if (kind === "promotion-moved") return round.promotions.find((one) => one.id === id)?.start ?? "";
  if (kind === "mission-places") return String(round.missions.find((one) => one.id === id)?.places ?? "");
  return "";
}

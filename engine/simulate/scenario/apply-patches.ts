import type { InputIssue } from "../../domain/input-issue.ts";
import { findTexts } from "../../input/find-texts.ts";
import { pointer } from "../../input/json-pointer.ts";
import { type Patch, type PatchKind, patchesSchema } from "../../input/patch-schema.ts";
import type { RoundJson } from "../../input/round-schema.ts";
import { schemaIssues } from "../../input/schema-issues.ts";
import { candidateAdded, candidateChanged, candidateWithdrawn } from "./patch-candidates.ts";
import { pinned, policyChanged, profileChanged, published, seedChanged, unpinned } from "./patch-decisions.ts";
import {
  hostAdded,
  hostPlaces,
  hostUnavailable,
  hostWithdrawn,
  missionAdded,
  missionPlaces,
  missionWithdrawn,
} from "./patch-offers.ts";
import { promotionAdded, promotionMoved, promotionSize, promotionWithdrawn, promotionZone } from "./patch-promotions.ts";
import type { Apply, Consequence, Step } from "./patch-step.ts";

const APPLY: { readonly [Kind in PatchKind]: Apply<Kind> } = {
  "candidate-added": candidateAdded,
  "candidate-changed": candidateChanged,
  "candidate-withdrawn": candidateWithdrawn,
  "host-added": hostAdded,
  "host-places": hostPlaces,
  "host-unavailable": hostUnavailable,
  "host-withdrawn": hostWithdrawn,
  "mission-added": missionAdded,
  "mission-places": missionPlaces,
  "mission-withdrawn": missionWithdrawn,
  pinned,
  "policy-changed": policyChanged,
  "profile-changed": profileChanged,
  "promotion-added": promotionAdded,
  "promotion-moved": promotionMoved,
  "promotion-size": promotionSize,
  "promotion-withdrawn": promotionWithdrawn,
  "promotion-zone": promotionZone,
  published,
  "seed-changed": seedChanged,
  unpinned,
};

/** The round a scenario gives, or everything wrong with its patches: pointers lead into the list of patches. */
export type Scenario =
  | { readonly ok: true; readonly round: RoundJson; readonly consequences: readonly Consequence[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/**
 * Applies the patches of a scenario, in their order, to a round that follows its schema, and gives it the id `id`. The parent's seed
 * is kept, so that what moves people is the change and not another draw. Whether the new round keeps the rules of the data is for
 * `parseRound` to say. Never throws.
 */
export function applyPatches(parent: RoundJson, patches: unknown, id: string): Scenario {
  const read = patchesSchema.safeParse(patches);
  const personal = findTexts(patches);
  if (!read.success) return { ok: false, issues: [...schemaIssues(read.error, patches, ""), ...personal] };
  if (personal.length > 0) return { ok: false, issues: personal };
  let round: RoundJson = { ...parent, id, seed: parent.seed ?? parent.id };
  const issues: InputIssue[] = [];
  const consequences: Consequence[] = [];
  for (const [index, patch] of read.data.entries()) {
    const step = applyOne(round, patch, pointer("", index));
    issues.push(...(step.issues ?? []));
    consequences.push(...(step.dropped ?? []).map((one) => ({ ...one, patch: index })));
    round = step.round;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, round, consequences };
}

function applyOne<Kind extends PatchKind>(round: RoundJson, patch: Extract<Patch, { kind: Kind }>, path: string): Step {
  // The table has the function for each kind under its own name.
  const apply = APPLY[patch.kind as Kind] as Apply<Kind>;
  return apply(round, patch, path);
}

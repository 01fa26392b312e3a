import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Draft } from "./draft.ts";

/** Members serve once and are not candidates (Art. 16 §1); everybody has a category for each dimension looked at. */
export function* checkPeople(draft: Draft): Generator<InputIssue> {
  yield* members(draft);
  yield* categories(draft);
}

function* members({ promotions, ids }: Draft): Generator<InputIssue> {
  const candidates = new Set(ids.candidate?.map((entry) => entry.value));
  const seen = new Set<string>();
  for (const { value: promotion, path } of promotions) {
    for (const [index, { candidate }] of (promotion.members ?? []).entries()) {
      const place = `${path}/members/${index}/candidate`;
      if (candidates.has(candidate)) yield inputIssue("member-is-candidate", place, { candidate, promotion: promotion.id });
      if (seen.has(candidate)) yield inputIssue("member-twice", place, { candidate });
      seen.add(candidate);
    }
  }
}

type Attributes = Readonly<Record<string, string>> | null | undefined;

/** Composition counts members and candidates; low-skilled inclusion counts this round's placements only. */
function* categories({ promotions, candidates, policy, given }: Draft): Generator<InputIssue> {
  if (policy === null) return;
  const composition = (policy.representativeness ?? []).map((dimension) => dimension.dimension);
  for (const { value, path } of promotions) {
    for (const [index, member] of (value.members ?? []).entries()) {
      yield* missing(composition, member.attributes, `${path}/members/${index}/attributes`);
    }
  }
  const lowSkilled = policy.lowSkilled?.dimension;
  const known = lowSkilled === undefined || candidates.some(({ value }) => has(value.attributes, lowSkilled));
  if (lowSkilled !== undefined && !known && candidates.length > 0) {
    yield inputIssue("dimension-unknown", given.lowSkilled ? "/policy/lowSkilled/dimension" : "", { dimension: lowSkilled });
  }
  const dimensions = known && lowSkilled !== undefined ? new Set([...composition, lowSkilled]) : composition;
  for (const { value, path } of candidates) yield* missing(dimensions, value.attributes, `${path}/attributes`);
}

function* missing(dimensions: Iterable<string>, attributes: Attributes, path: string): Generator<InputIssue> {
  for (const dimension of dimensions) {
    if (!has(attributes, dimension)) yield inputIssue("category-missing", path, { dimension });
  }
}

function has(attributes: Attributes, dimension: string): boolean {
  return attributes !== null && attributes !== undefined && Object.hasOwn(attributes, dimension);
}

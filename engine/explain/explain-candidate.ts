import { formatDay } from "../domain/calendar.ts";
import type { Alternative, AlternativeAnswer, Explanation } from "../domain/explanation.ts";
import type { Outcome, Result } from "../domain/result.ts";
import type { Placement, Round } from "../domain/round.ts";
import type { RunPorts } from "../search/run.ts";
import { placesFor } from "./alternatives/recommend.ts";
import { changesFor } from "./alternatives/smallest-change.ts";
import { answerTo } from "./alternatives/why-not.ts";
import { candidateIndex, type ExplainOptions, openDesk } from "./desk.ts";
import type { Workshop } from "./ground/ground.ts";
import { questionsAbout } from "./waiting-reasons.ts";

/**
 * Everything that can be said about one candidate of a verified result: why they do not have what they could have had instead, what would
 * have helped, and what their other places would cost. `null` for a candidate the round does not have.
 */
export async function explainCandidate(
  round: Round,
  result: Result,
  candidateId: string,
  ports: RunPorts,
  options: ExplainOptions = {},
): Promise<Explanation | null> {
  const outcome = result.outcomes.find(({ candidate }) => candidate === candidateId);
  const desk = openDesk(round, result, ports, options);
  const candidate = candidateIndex(desk, candidateId);
  if (outcome === undefined || candidate < 0) return null;
  let better: readonly Placement[] | null = null;
  const alternatives: AlternativeAnswer[] = [];
  for (const alternative of alternativesOf(desk, candidate, outcome)) {
    const found = await answerTo(desk, candidate, alternative);
    alternatives.push(found.answer);
    better ??= found.better;
  }
  const open = alternatives.find(({ ground }) => ground !== null && ground.code !== "pin");
  const { changes, more } =
    open === undefined
      ? { changes: [], more: 0 }
      : await changesFor(desk, candidate, open.alternative, open.ground?.price?.tier ?? null);
  const places = outcome.outcome === "ineligible" ? [] : await placesFor(desk, candidate);
  return { candidate: candidateId, outcome, alternatives, changes, moreChanges: more, places, better };
}

/** What somebody with this outcome would ask for: any place; the dates passed over; the first choice. */
function alternativesOf({ base }: Workshop, candidate: number, outcome: Outcome): readonly Alternative[] {
  const { instance } = base;
  if (instance.arcs.ofCandidate(candidate).length === 0) return [];
  if (outcome.outcome === "reserve") return [{ kind: "placed" }];
  if (!("rank" in outcome)) return [];
  const given = base.arcs.find((arc) => instance.arcs.candidateOf(arc) === candidate) ?? null;
  const dates = outcome.outcome === "deferred" && given !== null ? questionsAbout(instance, candidate, given) : [];
  return [
    ...dates.map(({ day }, i): Alternative => (i === 0 ? { kind: "nearest-date" } : { kind: "date", date: formatDay(day ?? 0) })),
    ...(outcome.rank > 1 ? [{ kind: "first-choice" } as const] : []),
  ];
}

import { formatDay } from "../../domain/calendar.ts";
import type { Alternative, AlternativeAnswer } from "../../domain/explanation.ts";
import type { Result } from "../../domain/result.ts";
import type { Placement, Round } from "../../domain/round.ts";
import { at, type Instance } from "../../model/instance.ts";
import { arcsForbiddenByPins } from "../../rules/pins.ts";
import type { RunPorts } from "../../search/run.ts";
import { beatsBase } from "../base-run.ts";
import { candidateIndex, type ExplainOptions, openDesk, placementsOf } from "../desk.ts";
import { groundOf, type Workshop } from "../ground/ground.ts";
import { seekPlacement } from "../seek/seek-placement.ts";

/** An answer with a better placement that was met on the way. */
export interface WhyNot {
  readonly answer: AlternativeAnswer;
  readonly better: readonly Placement[] | null;
}

/** Why a candidate of a result does not have an alternative; `null` for a candidate the round does not have. */
export async function whyNot(
  round: Round,
  result: Result,
  candidateId: string,
  alternative: Alternative,
  ports: RunPorts,
  options: ExplainOptions = {},
): Promise<WhyNot | null> {
  const desk = openDesk(round, result, ports, options);
  const candidate = candidateIndex(desk, candidateId);
  return candidate < 0 ? null : answerTo(desk, candidate, alternative);
}

/** The candidate's arcs that an alternative means. */
export function arcsMeant(instance: Instance, candidate: number, alternative: Alternative): readonly number[] {
  const { round, arcs } = instance;
  const dateOf = (arc: number) => formatDay(at(round.promotions, arcs.promotionOf(arc)).start);
  const all = instance.arcs.ofCandidate(candidate);
  switch (alternative.kind) {
    case "placed":
      return all;
    case "first-choice":
      return all.filter((arc) => arcs.choiceOf(arc) === 0);
    case "nearest-date": {
      const nearest = instance.nearestDate[candidate] ?? null;
      return nearest === null ? [] : all.filter((arc) => dateOf(arc) === formatDay(nearest));
    }
    case "date":
      return all.filter((arc) => dateOf(arc) === alternative.date);
    case "place":
      return all.filter((arc) => isAt(instance, arc, alternative));
  }
}

function isAt({ round, arcs }: Instance, arc: number, { promotion, missions }: Extract<Alternative, { kind: "place" }>): boolean {
  const own = arcs.get(arc);
  const ids = own.missions.map((mission) => at(round.missions, mission).id);
  return (
    (promotion === undefined || at(round.promotions, own.promotion).id === promotion) &&
    (missions === undefined || (missions.length === ids.length && missions.every((id, i) => id === ids[i])))
  );
}

/** The same on an open desk. */
export async function answerTo(desk: Workshop, candidate: number, alternative: Alternative): Promise<WhyNot> {
  const { base } = desk;
  const { instance } = base;
  const arcs = arcsMeant(instance, candidate, alternative);
  const told = (answer: AlternativeAnswer["answer"]): AlternativeAnswer => ({ alternative, answer, ground: null, makeWay: [] });
  const own = base.arcs.find((arc) => instance.arcs.candidateOf(arc) === candidate) ?? null;
  if (own !== null && arcs.includes(own)) return { answer: told("has-it"), better: null };
  if (arcs.length === 0) return { answer: told("impossible"), better: null };
  const barred = arcsForbiddenByPins(instance);
  const open = arcs.filter((arc) => !barred.has(arc));
  const start = open.length === 0 ? null : seekPlacement(base, { candidate, arcs: open }, desk.effort);
  const deferred = own !== null && instance.arcs.delayOf(own) > 0;
  const { ground, makeWay, better } = await groundOf(desk, { candidate, wanted: arcs, deferred, start });
  const met = better ?? (start !== null && beatsBase(base, base.measure(start)) ? start : null);
  const ids = makeWay.map((index) => at(instance.round.candidates, index).id);
  return {
    answer: { alternative, answer: "ground", ground, makeWay: ids },
    better: met === null ? null : placementsOf(instance, met),
  };
}

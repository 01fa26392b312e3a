import { formatDay } from "../../domain/calendar.ts";
import type { PlaceOption } from "../../domain/explanation.ts";
import type { Result } from "../../domain/result.ts";
import type { Round } from "../../domain/round.ts";
import { at } from "../../model/instance.ts";
import { arcsForbiddenByPins } from "../../rules/pins.ts";
import type { RunPorts } from "../../search/run.ts";
import { tierName } from "../base-run.ts";
import { candidateIndex, type ExplainOptions, openDesk, placementsOf } from "../desk.ts";
import type { Workshop } from "../ground/ground.ts";
import { type Price, priceOf } from "../price/price.ts";
import { seekPlacement } from "../seek/seek-placement.ts";

/** Share of the effort for walks: they come first, so that each place is looked at before any is proven. */
const WALKS = 0.5;

/**
 * All places a candidate could have with what each costs, least first; `null` for a candidate the round does not have. Prices are proven for the
 * nearest dates and best choices first: where the effort ends before the others, these are `not-established`, with what a walk found.
 */
export async function recommend(
  round: Round,
  result: Result,
  candidateId: string,
  ports: RunPorts,
  options: ExplainOptions = {},
): Promise<readonly PlaceOption[] | null> {
  const desk = openDesk(round, result, ports, options);
  const candidate = candidateIndex(desk, candidateId);
  return candidate < 0 ? null : placesFor(desk, candidate);
}

/** The same on an open desk. */
export async function placesFor(desk: Workshop, candidate: number): Promise<readonly PlaceOption[]> {
  const { base } = desk;
  const { instance } = base;
  const barred = arcsForbiddenByPins(instance);
  const away = (arc: number) => instance.arcs.delayOf(arc) * 10 + instance.arcs.choiceOf(arc);
  const own = base.arcs.find((arc) => instance.arcs.candidateOf(arc) === candidate) ?? -1;
  const open = instance.arcs
    .ofCandidate(candidate)
    .filter((arc) => !barred.has(arc) || arc === own)
    .toSorted((a, b) => away(a) - away(b) || a - b);
  const walks = desk.effort.part(WALKS);
  const starts = open.map((arc) => (arc === own ? null : seekPlacement(base, { candidate, arcs: [arc] }, walks)));
  const options: { readonly option: PlaceOption; readonly kept: number }[] = [];
  for (const [i, arc] of open.entries()) {
    const demand = { candidate, arcs: [arc] };
    const price: Price =
      arc === own ? { status: "free", arcs: base.arcs } : await priceOf(base, [demand], { ...desk, start: at(starts, i) });
    options.push({ option: optionOf(desk, arc, arc === own, price), kept: keptBy(desk, price) });
  }
  return options.toSorted((a, b) => b.kept - a.kept || (a.option.by ?? 0) - (b.option.by ?? 0)).map(({ option }) => option);
}

/** How many stages a price leaves whole: more is better. */
function keptBy({ base }: Workshop, price: Price): number {
  if (price.status === "free") return base.stages.length;
  return price.status === "unlawful" ? -1 : price.stage;
}

function optionOf({ base }: Workshop, arc: number, isOwn: boolean, price: Price): PlaceOption {
  const { instance, stages } = base;
  const { choice, promotion } = instance.arcs.get(arc);
  const [placement] = placementsOf(instance, [arc]);
  const broken = price.status === "breaks" || price.status === "not-established" ? at(stages, price.stage).stage : null;
  const now = base.measure(base.arcs);
  const instead = price.status === "unlawful" || price.arcs === null ? now : base.measure(price.arcs);
  return {
    promotion: placement?.promotion ?? "",
    missions: placement?.missions ?? [],
    date: formatDay(at(instance.round.promotions, promotion).start),
    rank: choice + 1,
    standing: isOwn ? "current" : price.status,
    tier: broken === null ? null : tierName(broken),
    by: price.status === "breaks" ? price.by : null,
    costs: stages.flatMap(({ stage }, i) =>
      at(now, i) === at(instead, i)
        ? []
        : [{ tier: tierName(stage), entry: stage.entry + 1, now: at(now, i), instead: at(instead, i) }],
    ),
  };
}

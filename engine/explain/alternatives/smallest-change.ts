import { formatDay } from "../../domain/calendar.ts";
import type { Alternative, Change, ChangeAnswer } from "../../domain/explanation.ts";
import type { Result } from "../../domain/result.ts";
import type { Round } from "../../domain/round.ts";
import { buildInstance } from "../../formulate/build-instance.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { RunPorts } from "../../search/run.ts";
import { type BaseRun, beatsBase, openBaseRun, type StageRecord, tierName } from "../base-run.ts";
import { candidateIndex, type ExplainOptions, openDesk, placementsOf } from "../desk.ts";
import type { Workshop } from "../ground/ground.ts";
import { withNobodyWorse } from "../ground/no-worse.ts";
import { placedArcs } from "../placed-arcs.ts";
import { priceOf } from "../price/price.ts";
import { changedRound, changeMenu } from "./change-menu.ts";
import { answerTo, arcsMeant } from "./why-not.ts";

/** Changes tried, and how many other dates and choices were not. */
interface ChangesTried {
  readonly changes: readonly ChangeAnswer[];
  readonly more: number;
}

/**
 * Which change from the fixed menu would have given a candidate an alternative with nobody worse off and no tier given up for it; the smallest
 * that helps first. `null` for a candidate the round does not have.
 */
export async function smallestChange(
  round: Round,
  result: Result,
  candidateId: string,
  alternative: Alternative,
  ports: RunPorts,
  options: ExplainOptions = {},
): Promise<ChangesTried | null> {
  const desk = openDesk(round, result, ports, options);
  const candidate = candidateIndex(desk, candidateId);
  if (candidate < 0) return null;
  const { answer } = await answerTo(desk, candidate, alternative);
  return changesFor(desk, candidate, alternative, answer.ground?.price?.tier ?? null);
}

/** The same on an open desk; `tier`: the one that breaks first. */
export async function changesFor(
  desk: Workshop,
  candidate: number,
  alternative: Alternative,
  tier: string | null,
): Promise<ChangesTried> {
  const { base } = desk;
  const wanted = arcsMeant(base.instance, candidate, alternative);
  const answers: ChangeAnswer[] = [];
  const { changes, more } = changeMenu(base, candidate, wanted, tier);
  for (const change of changes) {
    answers.push({ change, helps: await helps(desk, candidate, alternative, change) });
  }
  const order = (answer: ChangeAnswer) => (answer.helps === true ? 0 : answer.helps === null ? 1 : 2);
  return { changes: answers.toSorted((a, b) => order(a) - order(b)), more };
}

/** Solves the changed round anew with the candidate where they want to be, nobody worse off, and the tiers as good or better in their order. */
async function helps(desk: Workshop, candidate: number, alternative: Alternative, change: Change): Promise<boolean | null> {
  if (!desk.effort.isLeft()) return null;
  const base = changedBase(desk.base, candidate, change);
  const arcs = arcsChanged(base.instance, candidate, alternative, change);
  if (arcs.length === 0) return false;
  const price = await priceOf(base, withNobodyWorse(base.instance, base.arcs, { candidate, arcs }), desk);
  if (price.status === "free") return true;
  if (price.status === "unlawful") return false;
  // A better earlier tier, such as one person more placed, is worth what it costs later ones: a run would choose it.
  if (price.arcs !== null && beatsBase(base, base.measure(price.arcs))) return true;
  return price.status === "breaks" ? false : null;
}

function arcsChanged(instance: Instance, candidate: number, alternative: Alternative, change: Change): readonly number[] {
  if (change.kind === "start-date") {
    const { round, arcs } = instance;
    return instance.arcs
      .ofCandidate(candidate)
      .filter((arc) => formatDay(at(round.promotions, arcs.promotionOf(arc)).start) === change.date);
  }
  if (change.kind === "choice") return arcsMeant(instance, candidate, { kind: "place", missions: [change.mission] });
  return arcsMeant(instance, candidate, alternative);
}

/** The base placement in the changed round, under the same limits. Bounds were proven for the round as it was. */
function changedBase(base: BaseRun, candidate: number, change: Change): BaseRun {
  const { round } = base.instance;
  const instance = change.kind === "tolerance" ? base.instance : buildInstance(changedRound(round, candidate, change));
  const outcomes = placementsOf(base.instance, base.arcs).map((placement) => ({
    ...placement,
    outcome: "placed" as const,
    rank: 1,
    delayDays: 0,
    reason: null,
  }));
  const records = base.stages.map(({ stage, limit, best }): StageRecord => {
    const more = change.kind === "tolerance" && tierName(stage) === change.tier ? (stage.sense === "minimise" ? 1 : -1) : 0;
    return { found: best, limit: limit + more, bound: null };
  });
  return openBaseRun(instance, placedArcs(instance, { outcomes }), records);
}

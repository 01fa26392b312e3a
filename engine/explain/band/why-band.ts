import { minimalConflict } from "../../conflict/find-conflict.ts";
import type { BandAnswer, BandConflictPart, BandName } from "../../domain/band-answer.ts";
import { isComposition } from "../../domain/composition.ts";
import type { RuleId } from "../../domain/policy.ts";
import type { Result } from "../../domain/result.ts";
import type { Round } from "../../domain/round.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import { deviationFrom, dimensionBands } from "../../model/band.ts";
import { categoriesOf } from "../../model/families/promotion-deviation.ts";
import { at } from "../../model/instance.ts";
import type { Origin } from "../../model/linear-model.ts";
import { profileOf } from "../../profiles/catalogue.ts";
import type { RunPorts } from "../../search/run.ts";
import { type BaseRun, beatsBase, tierName } from "../base-run.ts";
import { type ExplainOptions, openDesk, placementsOf } from "../desk.ts";
import { type Band, bandConflictModel, formulateWithBand, isAsked } from "./band-program.ts";
import { keepBand } from "./keep-band.ts";

const SECONDS = 30;
/** Steps for the placement that keeps the band. */
const STEPS = 200_000;

/**
 * Why a promotion of a verified result lies outside a band: what stands against it where nothing lawful keeps it, with the aims before composition as
 * they were reached; else what it costs in persons outside the others. `null`: the round or its policy has no such band.
 */
export async function whyBand(
  round: Round,
  result: Result,
  name: BandName,
  ports: RunPorts,
  { seconds = SECONDS, steps = STEPS }: ExplainOptions = {},
): Promise<BandAnswer | null> {
  const { base } = openDesk(round, result, ports);
  const band = bandNamed(base, name);
  if (band === null) return null;
  const now = { band: name, ...figuresOf(base, band), conflict: null, price: null, better: null } as const;
  if (now.placed === 0) return told(now, { answer: "not-held" });
  if (now.outside === 0) return told(now, { answer: "kept" });
  const ends = ports.now() + seconds;
  const left = () => Math.max(0, ends - ports.now());
  const { instance } = base;
  const { locks, total } = stagesAround(base);
  if (total === null) return told(now, { answer: "not-established" });
  const program = formulateWithBand(instance, locks, total.stage, band);
  const limits = { maxSteps: steps, maxSeconds: seconds / 2, onProgress: () => ports.cancelled?.() ?? false };
  const kept = await keepBand(base, program, band.promotion, ports.solver, limits);
  if (kept.status === "unanswered") return told(now, { answer: "not-established" });
  if (kept.status === "none") {
    const { origins, minimal } = await minimalConflict(bandConflictModel(instance, locks, band), ports, left());
    const parts = origins.filter((origin) => !isAsked(origin)).map((origin) => partOf(base, origin, locks));
    return told(now, { answer: "impossible", conflict: { parts, minimal } });
  }
  const outside = at(base.measure(base.arcs), base.stages.indexOf(total));
  return told(now, {
    answer: "price",
    price: { now: outside, atLeast: kept.bound === null ? null : Math.ceil(kept.bound - 1e-6), found: kept.value },
    better: beatsBase(base, base.measure(kept.arcs)) ? placementsOf(instance, kept.arcs) : null,
  });
}

type Figures = ReturnType<typeof figuresOf>;

function told(
  { placed: _, outside: __, ...now }: Figures & Omit<BandAnswer, "answer">,
  rest: Partial<BandAnswer> & Pick<BandAnswer, "answer">,
): BandAnswer {
  return { ...now, ...rest };
}

function bandNamed({ instance }: BaseRun, { promotion, dimension, category }: BandName): Band | null {
  const { round } = instance;
  const index = round.promotions.findIndex(({ id }) => id === promotion);
  const own = round.policy.representativeness?.find((each) => each.dimension === dimension);
  if (index < 0 || own === undefined || !categoriesOf(own).includes(category)) return null;
  return { promotion: index, dimension: own, category };
}

/** How things stand in the promotion. */
function figuresOf({ instance, arcs }: BaseRun, { promotion, dimension, category }: Band) {
  const { promotions, candidates } = instance.round;
  const { members } = at(promotions, promotion);
  const belongs = ({ attributes }: { readonly attributes: Readonly<Record<string, string>> }) =>
    attributes[dimension.dimension] === category;
  const isOf = (arc: number) => belongs(at(candidates, instance.arcs.candidateOf(arc)));
  const here = arcs.filter((arc) => instance.arcs.promotionOf(arc) === promotion);
  const size = members.length + here.length;
  const persons = members.filter(belongs).length + here.filter(isOf).length;
  const [from, until] = dimensionBands(dimension, size)[category] ?? [0, size];
  const asking = instance.arcs.ofPromotion(promotion).filter(isOf);
  const possible = new Set(asking.map((arc) => instance.arcs.candidateOf(arc))).size;
  return { size, persons, from, until, possible, placed: here.length, outside: deviationFrom(persons, [from, until]) };
}

/** The locks before composition, which are kept as they are, and the stage of all persons outside their bands. */
function stagesAround({ stages }: BaseRun) {
  const first = stages.findIndex(({ stage }) => isComposition(stage.objectives));
  const locks: readonly StageLock[] = first < 0 ? [] : stages.slice(0, first);
  const total = stages.find(({ stage }) => stage.objectives.length === 1 && stage.objectives[0] === "representativeness") ?? null;
  return { locks, total };
}

function partOf({ instance: { round } }: BaseRun, { source, subject }: Origin, locks: readonly StageLock[]): BandConflictPart {
  if (source === "lock") {
    const own = locks.find(({ stage }) => String(stage.tier + 1) === subject.tier && String(stage.entry + 1) === subject.entry);
    return {
      kind: "aim",
      tier: own === undefined ? "" : tierName(own.stage),
      entry: Number(subject.entry),
      limit: own?.limit ?? 0,
    };
  }
  const rule = source as RuleId;
  return { kind: "rule", rule, article: profileOf(round).citations[rule].article, subject };
}

import { type Decimal, parseDecimal, subtract, times } from "../domain/decimal.ts";
import type { RuleId } from "../domain/policy.ts";
import { bandOf, deviationFrom, dimensionBands } from "../model/band.ts";
import { at, type Instance } from "../model/instance.ts";
import { profileOf } from "../profiles/catalogue.ts";
import type { Relaxation, RelaxationKind } from "./relaxation.ts";
import type { Slack } from "./slack.ts";

type Used = { readonly slack: Slack; readonly by: number };

/** Decimals of a tolerance that is widened. */
const PLACES = 6;

/** The relaxations that slacks of the elastic program stand for, given the placement it found. */
export function nameRelaxations(instance: Instance, arcs: readonly number[], used: readonly Used[]): readonly Relaxation[] {
  const { citations } = profileOf(instance.round);
  const named = (kind: RelaxationKind, rule: RuleId, rest: Omit<Relaxation, "kind" | "rule" | "article">): Relaxation => {
    return { kind, rule, article: citations[rule].article, ...rest };
  };
  const bySlack = used.flatMap((one) => ofSlack(instance, arcs, one, named));
  return [...bySlack, ...ofTolerances(instance, arcs, used, named), ...ofRegions(instance, arcs, used, named)];
}

type Namer = (kind: RelaxationKind, rule: RuleId, rest: Omit<Relaxation, "kind" | "rule" | "article">) => Relaxation;

function ofSlack(instance: Instance, arcs: readonly number[], { slack, by }: Used, named: Namer): readonly Relaxation[] {
  const { kind, subject } = slack;
  const { promotions, missions, hosts, policy } = instance.round;
  switch (kind) {
    case "pin":
      return [named("pin-dropped", "pins", { subject, from: null, to: null, by: 1 })];
    case "min-size":
    case "max-size": {
      const index = promotions.findIndex(({ id }) => id === subject.promotion);
      const { minSize, maxSize } = at(promotions, index);
      const isEmpty = !arcs.some((arc) => instance.arcs.promotionOf(arc) === index);
      if (kind === "max-size") {
        return [named("promotion-max-size", "promotion-size", { subject, from: maxSize, to: maxSize + by, by })];
      }
      if (isEmpty) return [named("promotion-not-held", "promotion-size", { subject, from: null, to: null, by })];
      return [named("promotion-min-size", "promotion-size", { subject, from: minSize, to: minSize - by, by })];
    }
    case "mission": {
      const from = missions.find(({ id }) => id === subject.mission)?.places ?? 0;
      return [named("mission-places", "mission-capacity", { subject, from, to: from + by, by })];
    }
    case "host": {
      const own = missions.filter(({ host }) => host === subject.host).reduce((sum, { places }) => sum + places, 0);
      const from = hosts.find(({ id }) => id === subject.host)?.places ?? own;
      return [named("host-places", "mission-capacity", { subject, from, to: from + by, by })];
    }
    case "cross-region": {
      const from = policy.crossRegion?.minimum ?? 0;
      return [named("cross-region-minimum", "cross-region", { subject, from, to: Math.max(0, from - by), by })];
    }
    case "deviation":
      return ofQuota(instance, arcs, subject, named);
    case "region":
      return [];
  }
}

/** Persons of a category, and all, in every promotion the placement places someone in; members included. */
function countsOf(instance: Instance, arcs: readonly number[], dimension: string, category: string) {
  const { promotions, candidates } = instance.round;
  return promotions.flatMap(({ members }, promotion) => {
    const placed = arcs.filter((arc) => instance.arcs.promotionOf(arc) === promotion);
    const people = [...members, ...placed.map((arc) => at(candidates, instance.arcs.candidateOf(arc)))];
    const count = people.filter(({ attributes }) => attributes[dimension] === category).length;
    return placed.length === 0 ? [] : [{ count, size: people.length }];
  });
}

/** A quota gives way at the end, or the ends, beyond which the placement goes. */
function ofQuota(instance: Instance, arcs: readonly number[], subject: Slack["subject"], named: Namer): readonly Relaxation[] {
  const { dimension = "", category = "" } = subject;
  const setting = instance.round.policy.representativeness?.find((one) => one.dimension === dimension);
  const quota = setting !== undefined && "quotas" in setting ? setting.quotas[category] : undefined;
  if (quota === undefined) return [];
  const counts = countsOf(instance, arcs, dimension, category).map(({ count }) => count);
  const [least, most] = [Math.min(...counts, quota.min), Math.max(...counts, quota.max)];
  const end = (kind: RelaxationKind, from: number, to: number) =>
    from === to ? [] : [named(kind, "representativeness", { subject, from, to, by: Math.abs(to - from) })];
  return [...end("quota-min", quota.min, least), ...end("quota-max", quota.max, most)];
}

/** The least tolerance with which a count lies in its band, rounded up. */
function toleranceFor(target: number, count: number, persons: number): number {
  const away = subtract(times(parseDecimal(target), persons), { digits: BigInt(count), scale: 0 });
  return ceilTo({ digits: away.digits < 0n ? -away.digits : away.digits, scale: away.scale }, persons);
}

function ceilTo({ digits, scale }: Decimal, persons: number): number {
  const numerator = digits * 10n ** BigInt(PLACES);
  const denominator = 10n ** BigInt(scale) * BigInt(persons);
  return Number((numerator + denominator - 1n) / denominator) / 10 ** PLACES;
}

/** One tolerance per dimension with targets: as wide as the category farthest from its target needs it. */
function ofTolerances(instance: Instance, arcs: readonly number[], used: readonly Used[], named: Namer): readonly Relaxation[] {
  return (instance.round.policy.representativeness ?? []).flatMap((setting) => {
    const persons = used.filter(({ slack }) => slack.kind === "deviation" && slack.subject.dimension === setting.dimension);
    if ("quotas" in setting || persons.length === 0) return [];
    const needed = Object.entries(setting.targets).flatMap(([category, target]) =>
      countsOf(instance, arcs, setting.dimension, category)
        .filter(({ count, size }) => deviationFrom(count, dimensionBands(setting, size)[category] ?? [0, size]) > 0)
        .map(({ count, size }) => toleranceFor(target, count, size)),
    );
    const by = persons.reduce((sum, one) => sum + one.by, 0);
    const subject = { dimension: setting.dimension };
    const to = Math.max(setting.tolerance, ...needed);
    return [named("dimension-tolerance", "representativeness", { subject, from: setting.tolerance, to, by })];
  });
}

function ofRegions(instance: Instance, arcs: readonly number[], used: readonly Used[], named: Namer): readonly Relaxation[] {
  const balance = instance.round.policy.regionalBalance;
  const persons = used.filter(({ slack }) => slack.kind === "region");
  if (balance === null || persons.length === 0) return [];
  const members = balance.count === "in-service" ? instance.memberRegions : [];
  const served = [...members, ...arcs.map((arc) => instance.arcs.regionOf(arc))];
  const needed = Object.entries(balance.targets).flatMap(([region, target]) => {
    const count = served.filter((other) => other === region).length;
    const outside = deviationFrom(count, bandOf(target, balance.tolerance, served.length)) > 0;
    return outside ? [toleranceFor(target, count, served.length)] : [];
  });
  const by = persons.reduce((sum, one) => sum + one.by, 0);
  const to = Math.max(balance.tolerance, ...needed);
  return [named("region-tolerance", "regional-balance", { subject: {}, from: balance.tolerance, to, by })];
}

import type { Day } from "../domain/calendar.ts";
import type { BlockCode, BlockedChoice, IneligibilityIssue } from "../domain/result.ts";
import type { Candidate, Member, Round } from "../domain/round.ts";
import { type Arc, at, type Instance, type Proposal, type Seats } from "../model/instance.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { rulesOf } from "../rules/catalogue.ts";
import type { Rule } from "../rules/rule.ts";

/** Positions of the round's entities by id. */
interface Positions {
  readonly hosts: ReadonlyMap<string, number>;
  readonly missions: ReadonlyMap<string, number>;
}

interface Judged {
  readonly proposal: Proposal;
  readonly choice: number;
  readonly promotion: number;
  readonly blocks: readonly BlockCode[];
}

/** Answers everything about a round that needs no optimisation: who may appear, which arcs exist, nearest dates, free seats. */
export function buildInstance(round: Round): Instance {
  const rules = rulesOf(profileOf(round));
  const positions = { hosts: positionsOf(round.hosts), missions: positionsOf(round.missions) };
  const arcs: Arc[] = [];
  const ineligibility = round.candidates.map((candidate) => reasonsToExclude(candidate, round, rules));
  const perCandidate = round.candidates.map((candidate, c) => {
    const judged = at(ineligibility, c).length > 0 ? [] : proposals(candidate, round, positions, rules);
    const fitting = judged.filter(({ blocks }) => blocks.length === 0);
    const nearest = nearestStart(candidate, fitting);
    for (const fit of fitting) arcs.push(toArc(c, fit, nearest ?? 0, positions));
    return { nearest, blocked: fitting.length === 0 ? blockedChoices(candidate, judged) : [] };
  });
  return {
    round,
    arcs,
    arcsOfCandidate: columnsBy(arcs, (arc) => arc.candidate, round.candidates.length),
    arcsOfPromotion: columnsBy(arcs, (arc) => arc.promotion, round.promotions.length),
    ineligibility,
    nearestDate: perCandidate.map(({ nearest }) => nearest),
    blocked: perCandidate.map(({ blocked }) => blocked),
    seats: round.promotions.map(seatsOf),
    ...memberService(round),
  };
}

function positionsOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, index) => [id, index]));
}

function columnsBy(arcs: readonly Arc[], key: (arc: Arc) => number, count: number): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  arcs.forEach((arc, column) => {
    at(lists, key(arc)).push(column);
  });
  return lists;
}

function reasonsToExclude(candidate: Candidate, round: Round, rules: readonly Rule[]): readonly IneligibilityIssue[] {
  const { citations } = profileOf(round);
  return rules
    .filter((rule) => rule.excludes?.(candidate, round) ?? false)
    .map(({ id }) => ({ code: id as IneligibilityIssue["code"], article: citations[id].article }));
}

/** Every (choice, promotion) of a candidate with the rules that forbid it. */
function proposals(candidate: Candidate, round: Round, positions: Positions, rules: readonly Rule[]): readonly Judged[] {
  return candidate.choices.flatMap((choice, k) => {
    const missions = choice.missions.map((id) => at(round.missions, positions.missions.get(id) ?? -1));
    const hosts = missions.map((mission) => at(round.hosts, positions.hosts.get(mission.host) ?? -1));
    return round.promotions.map((promotion, p) => {
      const proposal: Proposal = { round, candidate, choice, missions, hosts, promotion };
      return { proposal, choice: k, promotion: p, blocks: blocksOf(proposal, rules) };
    });
  });
}

/** The rules that forbid a proposal, sorted. */
export function blocksOf(proposal: Proposal, rules: readonly Rule[]): readonly BlockCode[] {
  return rules.flatMap((rule) => (rule.forbids?.(proposal) ? [rule.id as BlockCode] : [])).toSorted();
}

/** Nearest date: least |start - chosenStart| among the starts on which some choice fits, the earlier on a tie. */
function nearestStart(candidate: Candidate, fitting: readonly Judged[]): Day | null {
  const away = (start: Day) => Math.abs(start - candidate.chosenStart);
  const starts = fitting.map(({ proposal }) => proposal.promotion.start);
  return starts.reduce<Day | null>((best, start) => {
    if (best === null || away(start) < away(best)) return start;
    return away(start) === away(best) ? Math.min(start, best) : best;
  }, null);
}

function toArc(candidate: number, { proposal, choice, promotion }: Judged, nearest: Day, positions: Positions): Arc {
  const { missions, hosts } = proposal;
  const home = proposal.candidate.residence;
  const region = at(missions, 0).place.region;
  return {
    candidate,
    choice,
    promotion,
    missions: missions.map(({ id }) => positions.missions.get(id) ?? -1),
    hosts: hosts.map(({ id }) => positions.hosts.get(id) ?? -1),
    delayDays: Math.max(0, proposal.promotion.start - nearest),
    region,
    crossRegion: home !== null && region !== home.region,
    crossLanguage: home !== null && at(hosts, 0).place.languageArea !== home.languageArea,
  };
}

/** Per choice, every rule that stands in the way in at least one promotion. */
function blockedChoices(candidate: Candidate, judged: readonly Judged[]): readonly BlockedChoice[] {
  return candidate.choices.map((choice, k) => ({
    missions: choice.missions,
    blocks: [...new Set(judged.filter((one) => one.choice === k).flatMap((one) => one.blocks))].sort(),
  }));
}

function seatsOf({ minSize, maxSize, keepFree, mustHold, members }: Round["promotions"][number]): Seats {
  const short = Math.max(0, minSize - members.length);
  return {
    free: Math.max(0, maxSize - keepFree - members.length),
    needed: Math.max(1, short),
    owed: mustHold ? short : 0,
  };
}

/** Where members serve: the Region of their first mission that the round lists, else the Region given for them. */
function memberService(round: Round): Pick<Instance, "memberRegions" | "membersElsewhere"> {
  const regionOf = new Map(round.missions.map((mission) => [mission.id, mission.place.region]));
  const serviceOf = ({ missions, missionRegion }: Member): string | null => {
    const known = missions.find((mission) => regionOf.has(mission));
    return (known === undefined ? undefined : regionOf.get(known)) ?? missionRegion;
  };
  const elsewhere = (member: Member) => {
    const region = serviceOf(member);
    return member.region !== null && region !== null && region !== member.region;
  };
  return {
    memberRegions: round.promotions.flatMap(({ members }) => members.map(serviceOf).filter((region) => region !== null)),
    membersElsewhere: round.promotions.map(({ members }) => members.filter(elsewhere).length),
  };
}

import type { Day } from "../domain/calendar.ts";
import type { BlockCode, BlockedChoice } from "../domain/reason.ts";
import type { IneligibilityIssue } from "../domain/result.ts";
import type { Candidate, Member, Promotion, Round } from "../domain/round.ts";
import { type Arc, at, type Instance, type Proposal, type Seats } from "../model/instance.ts";
import { intakesOf } from "../model/intakes.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { rulesOf } from "../rules/catalogue.ts";
import type { Rule } from "../rules/rule.ts";

/** Positions of the round's entities by id. */
interface Positions {
  readonly hosts: ReadonlyMap<string, number>;
  readonly missions: ReadonlyMap<string, number>;
}

/** A choice of a candidate, looked up; every arc of the choice shares it. */
interface Wish {
  readonly choice: number;
  readonly proposal: Omit<Proposal, "promotion">;
  readonly missions: readonly number[];
  readonly hosts: readonly number[];
}

/** A choice in an intake where no rule forbids it. */
interface Opening {
  readonly wish: Wish;
  readonly intake: number;
}

/** Answers everything about a round that needs no optimisation: who may appear, which arcs exist, nearest dates, free seats. */
export function buildInstance(round: Round): Instance {
  const rules = rulesOf(profileOf(round));
  const positions = { hosts: positionsOf(round.hosts), missions: positionsOf(round.missions) };
  const { intakes, ofPromotion } = intakesOf(round);
  const firsts = intakes.map((intake) => at(round.promotions, at(intake, 0)));
  const forbidden = anyForbids(rules);
  const arcs: Arc[] = [];
  const ineligibility = round.candidates.map((candidate) => reasonsToExclude(candidate, round, rules));
  const perCandidate = round.candidates.map((candidate, c) => {
    const wishes = at(ineligibility, c).length > 0 ? [] : wishesOf(candidate, round, positions);
    const openings = wishes.map((wish) =>
      firsts.flatMap((promotion, intake): readonly Opening[] => (forbidden(wish.proposal, promotion) ? [] : [{ wish, intake }])),
    );
    const nearest = nearestStart(
      candidate,
      openings.flat().map(({ intake }) => at(firsts, intake).start),
    );
    for (const ofChoice of openings) addArcs(arcs, c, ofChoice, ofPromotion, round, nearest ?? 0);
    return { nearest, blocked: nearest === null ? blockedChoices(candidate, wishes, firsts, rules) : [] };
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

/** A candidate's choices with their missions and hosts. */
function wishesOf(candidate: Candidate, round: Round, positions: Positions): readonly Wish[] {
  return candidate.choices.map((choice, k) => {
    const missions = choice.missions.map((id) => positions.missions.get(id) ?? -1);
    const listed = missions.map((mission) => at(round.missions, mission));
    const hosts = listed.map((mission) => positions.hosts.get(mission.host) ?? -1);
    const proposal = { round, candidate, choice, missions: listed, hosts: hosts.map((host) => at(round.hosts, host)) };
    return { choice: k, proposal, missions, hosts };
  });
}

/**
 * Whether any rule forbids a proposal. Millions are asked about, and one rule settles most: the one that forbids moves forward, so that it
 * is asked earlier the next time. That changes nothing but the time.
 */
function anyForbids(rules: readonly Rule[]): (wish: Wish["proposal"], promotion: Promotion) => boolean {
  const asked = rules.flatMap(({ forbids }) => (forbids === undefined ? [] : [forbids]));
  return (wish, promotion) => {
    const proposal = { ...wish, promotion };
    const first = asked.findIndex((forbids) => forbids(proposal));
    if (first > 0) asked.splice(first - 1, 2, at(asked, first), at(asked, first - 1));
    return first >= 0;
  };
}

/** The rules that forbid a proposal, sorted. */
export function blocksOf(proposal: Proposal, rules: readonly Rule[]): readonly BlockCode[] {
  return rules.flatMap((rule) => (rule.forbids?.(proposal) ? [rule.id as BlockCode] : [])).toSorted();
}

/** Nearest date: least |start - chosenStart| among the starts on which some choice fits, the earlier on a tie. */
function nearestStart(candidate: Candidate, starts: readonly Day[]): Day | null {
  const away = (start: Day) => Math.abs(start - candidate.chosenStart);
  return starts.reduce<Day | null>((best, start) => {
    if (best === null || away(start) < away(best)) return start;
    return away(start) === away(best) ? Math.min(start, best) : best;
  }, null);
}

/** The arcs of one choice: every promotion of the intakes that are open to it, ascending. */
function addArcs(
  arcs: Arc[],
  candidate: number,
  openings: readonly Opening[],
  intakeOf: Int32Array,
  { promotions }: Round,
  nearest: Day,
): void {
  const [first] = openings;
  if (first === undefined) return;
  const { wish } = first;
  const { residence: home } = wish.proposal.candidate;
  const region = at(wish.proposal.missions, 0).place.region;
  const crossRegion = home !== null && region !== home.region;
  const crossLanguage = home !== null && at(wish.proposal.hosts, 0).place.languageArea !== home.languageArea;
  const open = new Set(openings.map(({ intake }) => intake));
  promotions.forEach(({ start }, promotion) => {
    if (!open.has(at(intakeOf, promotion))) return;
    arcs.push({
      candidate,
      choice: wish.choice,
      promotion,
      missions: wish.missions,
      hosts: wish.hosts,
      delayDays: Math.max(0, start - nearest),
      region,
      crossRegion,
      crossLanguage,
    });
  });
}

/** Per choice, every rule that stands in the way in at least one promotion. */
function blockedChoices(
  candidate: Candidate,
  wishes: readonly Wish[],
  firsts: readonly Promotion[],
  rules: readonly Rule[],
): readonly BlockedChoice[] {
  return candidate.choices.map(({ missions }, k) => {
    const wish = wishes[k];
    const blocks = wish === undefined ? [] : firsts.flatMap((promotion) => blocksOf({ ...wish.proposal, promotion }, rules));
    return { missions, blocks: [...new Set(blocks)].sort() };
  });
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

import type { Day } from "../domain/calendar.ts";
import type { BlockCode, BlockedChoice } from "../domain/reason.ts";
import type { IneligibilityIssue } from "../domain/result.ts";
import type { Candidate, Member, Promotion, Round } from "../domain/round.ts";
import { arcsOfOpenings } from "../model/arcs-of-openings.ts";
import { type Arcs, at, type Instance, type Proposal, type Seats, type Wish } from "../model/instance.ts";
import { type Intake, intakesOf } from "../model/intakes.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { rulesOf } from "../rules/catalogue.ts";
import type { Rule } from "../rules/rule.ts";

/** Positions of the round's entities by id. */
interface Positions {
  readonly hosts: ReadonlyMap<string, number>;
  readonly missions: ReadonlyMap<string, number>;
}

/** A choice of a candidate, looked up, and the question whether it is lawful somewhere. */
interface Looked {
  readonly wish: Wish;
  readonly proposal: Omit<Proposal, "promotion">;
}

/** What is known of a candidate's choices: the intakes open to each, the nearest date, and what blocks them where none is. */
interface Prospects {
  readonly open: readonly { readonly wish: Wish; readonly intakes: readonly number[] }[];
  readonly nearest: Day | null;
  readonly blocked: readonly BlockedChoice[];
}

/** Answers everything about a round that needs no optimisation: who may appear, which arcs exist, nearest dates, free seats. */
export function buildInstance(round: Round): Instance {
  const rules = rulesOf(profileOf(round));
  const positions = { hosts: positionsOf(round.hosts), missions: positionsOf(round.missions) };
  const { intakes } = intakesOf(round);
  const firsts = intakes.map((intake) => at(round.promotions, at(intake, 0)));
  const forbidden = anyForbids(rules);
  const ineligibility = round.candidates.map((candidate) => reasonsToExclude(candidate, round, rules));
  const prospects = round.candidates.map((candidate, c): Prospects => {
    const looked = at(ineligibility, c).length > 0 ? [] : looksUp(candidate, c, round, positions);
    const open = looked.map(({ wish, proposal }) => ({
      wish,
      intakes: firsts.flatMap((promotion, intake) => (forbidden(proposal, promotion) ? [] : [intake])),
    }));
    const starts = open.flatMap((one) => one.intakes.map((intake) => at(firsts, intake).start));
    const nearest = nearestStart(candidate, starts);
    return { open, nearest, blocked: nearest === null ? blockedChoices(candidate, looked, firsts, rules) : [] };
  });
  return {
    round,
    arcs: arcsOf(prospects, intakes, firsts),
    ineligibility,
    nearestDate: prospects.map(({ nearest }) => nearest),
    blocked: prospects.map(({ blocked }) => blocked),
    seats: round.promotions.map(seatsOf),
    ...memberService(round),
  };
}

function positionsOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, index) => [id, index]));
}

function reasonsToExclude(candidate: Candidate, round: Round, rules: readonly Rule[]): readonly IneligibilityIssue[] {
  const { citations } = profileOf(round);
  return rules
    .filter((rule) => rule.excludes?.(candidate, round) ?? false)
    .map(({ id }) => ({ code: id as IneligibilityIssue["code"], article: citations[id].article }));
}

/** A candidate's choices with their missions and hosts. */
function looksUp(candidate: Candidate, c: number, round: Round, positions: Positions): readonly Looked[] {
  const { residence: home } = candidate;
  return candidate.choices.map((choice, k) => {
    const missions = choice.missions.map((id) => positions.missions.get(id) ?? -1);
    const listed = missions.map((mission) => at(round.missions, mission));
    const hosts = listed.map((mission) => positions.hosts.get(mission.host) ?? -1);
    const proposal = { round, candidate, choice, missions: listed, hosts: hosts.map((host) => at(round.hosts, host)) };
    const { region } = at(listed, 0).place;
    const crossRegion = home !== null && region !== home.region;
    const crossLanguage = home !== null && at(proposal.hosts, 0).place.languageArea !== home.languageArea;
    return { wish: { candidate: c, choice: k, missions, hosts, region, crossRegion, crossLanguage }, proposal };
  });
}

/**
 * Whether any rule forbids a proposal. Millions are asked about, and one rule settles most: the one that forbids moves forward, so that it
 * is asked earlier the next time. That changes nothing but the time.
 */
function anyForbids(rules: readonly Rule[]): (proposal: Looked["proposal"], promotion: Promotion) => boolean {
  const asked = rules.flatMap(({ forbids }) => (forbids === undefined ? [] : [forbids]));
  return (choice, promotion) => {
    const proposal = { ...choice, promotion };
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

/** The openings of all candidates in flat lists, and the arcs they stand for. */
function arcsOf(prospects: readonly Prospects[], intakes: readonly Intake[], firsts: readonly Promotion[]): Arcs {
  const wishes = prospects.flatMap(({ open }) => open.map(({ wish }) => wish));
  const count = prospects.reduce((sum, { open }) => open.reduce((all, one) => all + one.intakes.length, sum), 0);
  const [candidateOf, wishOf, intakeOf] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const delayDays = new Int32Array(count);
  const firstArc = new Int32Array(count + 1);
  const starts = new Int32Array(prospects.length + 1);
  let [next, listed] = [0, 0];
  prospects.forEach(({ open, nearest }, c) => {
    for (const one of open) {
      for (const intake of one.intakes) {
        candidateOf[next] = c;
        wishOf[next] = listed;
        intakeOf[next] = intake;
        delayDays[next] = Math.max(0, at(firsts, intake).start - (nearest ?? 0));
        firstArc[next + 1] = at(firstArc, next) + at(intakes, intake).length;
        next += 1;
      }
      listed += 1;
    }
    starts[c + 1] = next;
  });
  return arcsOfOpenings({ count, candidateOf, wishOf, intakeOf, delayDays, firstArc, starts, wishes, intakes });
}

/** Per choice, every rule that stands in the way in at least one promotion. */
function blockedChoices(
  candidate: Candidate,
  looked: readonly Looked[],
  firsts: readonly Promotion[],
  rules: readonly Rule[],
): readonly BlockedChoice[] {
  return candidate.choices.map(({ missions }, k) => {
    const proposal = looked[k]?.proposal;
    const blocks = proposal === undefined ? [] : firsts.flatMap((promotion) => blocksOf({ ...proposal, promotion }, rules));
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

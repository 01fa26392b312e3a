import { createHash } from "node:crypto";
import type { ObjectiveId, RuleId, Tier } from "../../domain/policy.ts";
import type { Ground, GroundCode } from "../../domain/reason.ts";
import type { Lock, TierFigure } from "../../domain/result.ts";
import type { Candidate } from "../../domain/round.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import type { Casefile, Service } from "../casefile.ts";
import type { openOwedSeats } from "../exchange/owed-seats.ts";
import { measureCase, tierSense } from "../measure-tiers.ts";
import type { Vacancies } from "../vacancy.ts";
import { checkRules } from "../verify-placements.ts";
import { below, compare, differs } from "./compare.ts";
import { allowedByPins, movedTo, type Possibility, whatIsFull } from "./possibilities.ts";
import { checkSeat } from "./seat-claim.ts";

/** What a ground is told about. */
export interface Claim {
  readonly candidate: Candidate;
  readonly ground: Ground;
  /** Possibilities that the candidate does not have, pins aside: thousands in a large round, so they are listed where something is claimed. */
  readonly wanted: () => readonly Possibility[];
  readonly deferred: boolean;
}

/** What the claims are checked against. */
export interface Evidence {
  readonly casefile: Casefile;
  readonly vacancies: Vacancies;
  readonly locks: readonly Lock[];
  /** Of every candidate who is placed. */
  readonly services: ReadonlyMap<string, Service>;
  readonly leavesSeatOwed: ReturnType<typeof openOwedSeats>;
}

/** The tiers each code may name, by their first objective; the article each is told with, by whose citation. */
const CODES: Readonly<
  Record<GroundCode, { readonly tiers: readonly ObjectiveId[]; readonly cites: ObjectiveId | RuleId | null }>
> = {
  pin: { tiers: [], cites: null },
  rule: { tiers: [], cites: null },
  lottery: { tiers: [], cites: null },
  "not-established": { tiers: [], cites: null },
  published: { tiers: ["changes"], cites: null },
  places: { tiers: ["placed"], cites: "placed" },
  size: { tiers: [], cites: "placed" },
  quota: { tiers: ["worst-promotion", "representativeness"], cites: "placed" },
  representativeness: { tiers: ["worst-promotion", "representativeness"], cites: "representativeness" },
  "deferral-cap": { tiers: ["deferral-cap"], cites: "deferral-cap" },
  "reserve-priority": { tiers: ["reserve-priority"], cites: "reserve-priority" },
  "regional-balance": { tiers: ["regional-balance"], cites: "regional-balance" },
  "low-skilled": { tiers: ["low-skilled"], cites: "low-skilled" },
  "cross-region": { tiers: ["cross-region"], cites: "cross-region" },
  delay: { tiers: ["delay"], cites: "delay" },
  wishes: { tiers: ["wishes"], cites: "wishes" },
  "cross-language": { tiers: ["cross-language"], cites: "cross-language" },
};

const entries = (figure: TierFigure): readonly number[] => (typeof figure === "number" ? [figure] : figure);
const nameOf = ({ objectives }: Tier): string => objectives.join("+");

/** Whether nobody was selected: nothing is established, or a pin of the candidate's own decides. */
const undecided = ({ code, selection }: Ground) => code === "not-established" || (code === "pin" && selection === undefined);

function checkWords(path: string, { candidate, ground, deferred }: Claim, { casefile }: Evidence): FigureViolation[] {
  const { code, price, article } = ground;
  const { tiers, cites } = CODES[code];
  const cited = cites === null ? undefined : casefile.profile.citations[cites].article;
  const expected = cited !== undefined && /^\d/.test(cited) ? cited : undefined;
  const named = casefile.round.policy.tiers.find((tier) => nameOf(tier) === price?.tier);
  const ofCode = named?.objectives.some((id) => tiers.includes(id)) && tiers.includes(named.objectives[0] ?? "lottery");
  const fitting = code === "not-established" ? named !== undefined : ofCode === true;
  const told = price === undefined ? tiers.length === 0 || ["places", "not-established"].includes(code) : fitting;
  const least = code === "not-established" ? 0 : 1;
  const sound = price === undefined || (Number.isInteger(price.by) && price.by >= least && (price.atMost ?? Infinity) > price.by);
  const composed = named?.objectives.every((id) => id === "representativeness" || id === "worst-promotion") ?? false;
  const draw = createHash("sha256").update(`${casefile.seed}\n${candidate.id}`, "utf8").digest("hex");
  const drawn = ground.selection === "lottery";
  const said: readonly Ground["selection"][] = undecided(ground) ? [undefined] : ["only", "lottery"];
  return [
    ...compare(below(path, "article"), article, expected),
    ...(told && sound ? [] : [differs(below(path, "price"), price, tiers)]),
    ...(said.includes(ground.selection) ? [] : [differs(below(path, "selection"), ground.selection, said)]),
    ...(code === "lottery" && !drawn ? [differs(below(path, "selection"), ground.selection, "lottery")] : []),
    ...compare(below(path, "draw"), ground.draw, drawn ? draw : undefined),
    ...(code === "representativeness" && !(deferred && composed && price?.atMost === undefined)
      ? [differs(below(path, "code"), code, "quota")]
      : []),
    ...(code !== "representativeness" && ground.seat !== undefined ? [differs(below(path, "seat"), ground.seat, null)] : []),
    ...((code === "rule") === (ground.rules !== undefined) ? [] : [differs(below(path, "rules"), ground.rules, null)]),
  ];
}

/** Position among the tiers of the first one that placements take beyond its lock, and how far in the entry that does; `null`: none. */
function firstExceeded(
  moved: Casefile,
  locks: readonly Lock[],
): { readonly tier: number; readonly by: number; readonly single: boolean } | null {
  const values = measureCase(moved);
  for (const [index, tier] of moved.round.policy.tiers.entries()) {
    const [lock, value] = [locks[index], values[index]];
    if (tier.objectives.includes("lottery") || lock === undefined || value === undefined) continue;
    const sign = tierSense(moved.round, tier) === "minimise" ? 1 : -1;
    const limits = entries(lock.limit);
    const by = entries(value).map((entry, i) => sign * (entry - (limits[i] ?? entry)));
    const most = by.find((excess) => excess > 0);
    if (most !== undefined) return { tier: index, by: most, single: by.length === 1 };
  }
  return null;
}

/**
 * A free possibility is a witness against every ground: moving the candidate there, everybody else staying, must break a rule, or where a
 * price is told a tier no later than the one that is said to break first and by no less.
 */
function checkFree(
  path: string,
  ground: Ground,
  wanted: readonly Possibility[],
  { casefile, vacancies, locks, services, leavesSeatOwed }: Evidence,
): FigureViolation[] {
  const { price } = ground;
  const priced = casefile.round.policy.tiers.findIndex((tier) => nameOf(tier) === price?.tier);
  const free = wanted.filter(
    ({ wish, promotion }) => !vacancies.lacksSeat(wish.candidate, promotion) && !vacancies.lacksPlace(wish, promotion),
  );
  return free.flatMap((possibility) => {
    const { wish, promotion } = possibility;
    const from = services.get(wish.candidate.id) ?? null;
    if (leavesSeatOwed([{ from, to: { ...wish, promotion, rank: 0 } }])) return [];
    const moved = movedTo(possibility, casefile);
    if (checkRules(moved).length > 0) return [];
    const isHard = price === undefined && ground.code !== "lottery";
    if (isHard) return [differs(below(path, "code"), ground.code, "a lawful move")];
    const found = firstExceeded(moved, locks);
    if (found === null) return [differs(below(path, "code"), ground.code, "nothing breaks")];
    if (price === undefined || priced < 0 || found.tier < priced) return [];
    if (found.tier > priced)
      return [differs(below(path, "price"), price, nameOf(casefile.round.policy.tiers[found.tier] as Tier))];
    return found.single && found.by < price.by ? [differs(below(path, "price"), price, found.by)] : [];
  });
}

/** Checks what a ground claims as far as round and placements alone can tell; that nothing better exists rests on the bounds. */
export function checkGround(path: string, claim: Claim, evidence: Evidence): FigureViolation[] {
  const { candidate, ground } = claim;
  const { casefile, vacancies } = evidence;
  if (!Object.hasOwn(CODES, ground.code)) return [differs(below(path, "code"), ground.code, Object.keys(CODES))];
  const words = checkWords(path, claim, evidence);
  if (ground.code === "not-established") return words;
  const open = allowedByPins(claim.wanted(), casefile);
  const own = casefile.round.pins.filter((pin) => pin.candidate === candidate.id);
  const decided = open.length === 0 || own.some(({ kind }) => kind === "place");
  if (ground.code === "pin" && ground.selection === undefined) {
    return decided ? words : [...words, differs(below(path, "code"), "pin", "no pin decides")];
  }
  if (decided) return [...words, differs(below(path, "code"), ground.code, "pin")];
  const full = whatIsFull(open, vacancies);
  const isWant = (ground.code === "places" || ground.code === "size") && ground.price === undefined;
  return [
    ...words,
    ...(isWant && full !== null && full !== ground.code ? [differs(below(path, "code"), ground.code, full)] : []),
    ...(ground.code === "representativeness" ? checkSeat(path, ground, open, casefile) : []),
    ...checkFree(path, ground, open, evidence),
  ];
}

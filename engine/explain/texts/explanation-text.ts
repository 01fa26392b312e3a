import type { Alternative, AlternativeAnswer, Change, Explanation } from "../../domain/explanation.ts";
import type { Ground, Reason, ReasonPrice } from "../../domain/reason.ts";
import type { Outcome } from "../../domain/result.ts";
import { type Audience, type Language, WORDS } from "./catalogue.ts";
import type { Words } from "./words.ts";

/** A day as it is written in Belgium. */
function dateText(date: string, { locale }: Words): string {
  const text = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
  return locale === "fr-BE" ? text.replace(/^1 /, "1er ") : text;
}

/** The sentences about the person concerned for whoever reads. */
const addressOf = (audience: Audience, { you, they }: Words) => (audience === "candidate" ? you : they);

/** What was decided. `dateOf`: the start of a promotion. */
function outcomeLines(
  outcome: Outcome,
  words: Words,
  audience: Audience,
  dateOf: (promotion: string) => string,
): readonly string[] {
  const person = addressOf(audience, words);
  switch (outcome.outcome) {
    case "ineligible":
      return [person.ineligible, ...outcome.issues.map(({ article }) => `${words.article(article)}.`).map(capitalised)];
    case "reserve":
      return [person.reserve, person.offer, ...(outcome.lastChance ? [person.lastChance] : [])];
    default: {
      const date = dateText(dateOf(outcome.promotion), words);
      const missions = outcome.missions.join(" + ");
      return outcome.outcome === "placed"
        ? [person.placed(date, missions, outcome.rank)]
        : [person.deferred(date, missions, outcome.rank, outcome.delayDays)];
    }
  }
}

/** What a tier asks for; its objectives are joined by `+`. */
export function aimText(tier: string, { aim }: Words): string {
  const words: Readonly<Record<string, string>> = aim;
  return tier
    .split("+")
    .map((objective) => words[objective] ?? objective)
    .join(" + ");
}

function priceText({ tier, by, atMost }: ReasonPrice, words: Words): string {
  const aim = aimText(tier, words);
  return by === 0 && atMost !== undefined ? words.interval(aim, atMost) : words.price(aim, by, atMost ?? null);
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A ground: to the candidate in plain words and with their own figures only; to the planner with the price and who is concerned. */
export function groundLines(ground: Ground, language: Language, audience: Audience): readonly string[] {
  const words = WORDS[language];
  const { code, article, price, selection, draw, seat } = ground;
  const source = article === undefined ? "" : ` (${words.article(article)})`;
  const drawn =
    selection === "lottery" ? [words.lottery, ...(draw === undefined ? [] : [addressOf(audience, words).draw(draw)])] : [];
  if (audience === "candidate")
    return [`${words.toCandidate[code]}${source === "" ? "" : `${source}.`}`.replace(/\.( \(.*\)\.)$/, "$1"), ...drawn];
  return [
    `${capitalised(words.phrase[code])}${source}.`,
    ...(price === undefined ? [] : [priceText(price, words)]),
    ...(seat === undefined || audience === "file" ? [] : [words.seat(seat.promotion, seat.candidate, seat.with, seat.instead)]),
    ...drawn,
  ];
}

/** The reason of an outcome, dates passed over included. */
function reasonLines(reason: Reason, language: Language, audience: Audience): readonly string[] {
  const words = WORDS[language];
  if (reason.code === "no-fit")
    return [audience === "candidate" ? words.toCandidate["no-fit"] : `${capitalised(words.phrase["no-fit"])}.`];
  const passed = (reason.passed ?? []).map(({ date, code }) => words.passed(dateText(date, words), words.phrase[code]));
  return [...groundLines(reason, language, audience), ...passed];
}

function wantedText(alternative: Alternative, words: Words, audience: Audience): string {
  switch (alternative.kind) {
    case "first-choice":
      return addressOf(audience, words).firstChoice;
    case "nearest-date":
      return words.wanted.nearestDate;
    case "placed":
      return words.wanted.placed;
    case "date":
      return words.wanted.date(dateText(alternative.date, words));
    case "place":
      return words.wanted.place(
        [alternative.missions?.join(" + "), alternative.promotion].filter((part) => part !== undefined).join(", "),
      );
  }
}

/** The answer about one alternative, its question first. */
export function alternativeLines(told: AlternativeAnswer, language: Language, audience: Audience): readonly string[] {
  const words = WORDS[language];
  const question = wantedText(told.alternative, words, audience);
  if (told.answer === "has-it") return [question, addressOf(audience, words).hasIt];
  if (told.answer === "impossible") return [question, addressOf(audience, words).impossible];
  if (told.ground === null) return [question, words.nothing];
  const others = audience === "planner" && told.makeWay.length > 0 ? [words.makeWay(told.makeWay.join(", "))] : [];
  return [question, ...groundLines(told.ground, language, audience), ...others];
}

function changeText(change: Change, words: Words): string {
  switch (change.kind) {
    case "mission-place":
      return words.change.missionPlace(change.mission);
    case "promotion-seat":
      return words.change.promotionSeat(change.promotion);
    case "tolerance":
      return words.change.tolerance(aimText(change.tier, words));
    case "start-date":
      return words.change.startDate(dateText(change.date, words));
    case "choice":
      return words.change.choice(change.mission);
  }
}

/** What would have helped. */
function changeLines({ changes, moreChanges }: Explanation, language: Language): readonly string[] {
  const words = WORDS[language];
  const helping = changes.filter(({ helps }) => helps === true);
  if (changes.length === 0) return [];
  const tried =
    helping.length === 0 ? [words.nothingHelps] : [words.helps, ...helping.map(({ change }) => `- ${changeText(change, words)}`)];
  return moreChanges === 0 ? tried : [...tried, words.notTried(moreChanges)];
}

/** In the file, the lines between the opening and the closing of a decision's motivation; elsewhere as they are. */
function framed(body: readonly string[], candidate: string, { file }: Words, audience: Audience): readonly string[] {
  return audience !== "file" || file === null ? body : [file.considering(candidate), ...body, file.decides];
}

/**
 * An explanation in words, line by line: to the candidate without anybody else's data; to the planner with prices, names by id and better
 * placements; for the file (French and Dutch) as the motivation of a decision. `dateOf`: the start of a promotion, YYYY-MM-DD.
 */
export function explanationText(
  explanation: Explanation,
  language: Language,
  audience: Audience,
  dateOf: (promotion: string) => string,
): readonly string[] {
  const words = WORDS[language];
  const { outcome, candidate, alternatives, better } = explanation;
  const noFit =
    outcome.outcome === "reserve" && outcome.reason.code === "no-fit" ? reasonLines(outcome.reason, language, audience) : [];
  const body = [
    ...outcomeLines(outcome, words, audience, dateOf),
    ...noFit,
    ...alternatives.flatMap((told) => alternativeLines(told, language, audience)),
    ...(audience === "file" ? [] : changeLines(explanation, language)),
    ...(better !== null && audience === "planner" ? [words.better] : []),
  ];
  return framed(body, candidate, words, audience);
}

/**
 * A decision with the reason stored in the result, in words, line by line: what a letter to the candidate or the motivation in a file says.
 * Nothing is solved again. `dateOf`: the start of a promotion, YYYY-MM-DD.
 */
export function decisionText(
  outcome: Outcome,
  language: Language,
  audience: Audience,
  dateOf: (promotion: string) => string,
): readonly string[] {
  const words = WORDS[language];
  const reason =
    outcome.outcome === "ineligible" || outcome.reason === null ? [] : reasonLines(outcome.reason, language, audience);
  const body = [...outcomeLines(outcome, words, audience, dateOf), ...reason];
  return framed(body, outcome.candidate, words, audience);
}

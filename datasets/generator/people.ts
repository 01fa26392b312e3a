import { MUNICIPALITIES, type Municipality } from "../../engine/domain/belgium/municipality.ts";
import { addMonths, type Day } from "../../engine/domain/calendar.ts";
import type { Knobs } from "./knobs.ts";
import { type Random, type Weighted, weigh, weighKeys } from "./random.ts";

/** A young person, before any dates and choices. */
export interface Person {
  readonly home: Municipality;
  /** The language the person lives in: `fr`, `nl`, `de`, or another one for newcomers. */
  readonly languages: readonly string[];
  readonly sex: string;
  readonly education: string;
  readonly status: string;
  readonly origin: string;
  /** Completed years on the start date this person asks for. */
  readonly years: number;
}

/** Where speakers live: all of their own language area, and their part of Brussels (assumed 90 % French-speaking). */
const HOMES: Readonly<Record<"fr" | "nl", Weighted<Municipality>>> = {
  fr: weigh(MUNICIPALITIES, ({ languageArea, inhabitants2020 }) =>
    languageArea === "nl" ? 0 : inhabitants2020 * (languageArea === "bi" ? 9 : 10),
  ),
  nl: weigh(MUNICIPALITIES, ({ languageArea, inhabitants2020 }) =>
    languageArea === "nl" ? inhabitants2020 * 10 : languageArea === "bi" ? inhabitants2020 : 0,
  ),
};

/** Newcomers who speak none of the national languages well (accommodation, Art. 22 §1, 8°), in percent. */
const NEWCOMERS = 2;
/** Percent who also speak a second language. */
const SECOND_LANGUAGE = { brussels: 45, elsewhere: 20, english: 40 } as const;

/** Draws persons; the same draws give the same persons. */
export function personDrawer(random: Random, knobs: Knobs): () => Person {
  const sex = weighKeys(knobs.sex);
  const age = weighKeys(knobs.age);
  const status = { low: weighKeys(knobs.status.low), higher: weighKeys(knobs.status.higher) };
  const origin = new Map(Object.entries(knobs.origin).map(([region, weights]) => [region, weighKeys(weights)]));
  return () => {
    const main = random.chance(knobs.frenchSpeaking) ? "fr" : "nl";
    const home = random.draw(HOMES[main]);
    const education = random.chance(knobs.lowSkilled) ? "low" : "higher";
    return {
      home,
      languages: languagesOf(random, home.languageArea === "de" ? "de" : main, home),
      sex: random.draw(sex),
      education,
      status: random.draw(status[education]),
      origin: random.draw(origin.get(home.region) ?? weighKeys({ be: 1 })),
      years: Number(random.draw(age)),
    };
  };
}

/** Main language first. */
function languagesOf(random: Random, main: "fr" | "nl" | "de", home: Municipality): string[] {
  if (random.chance(NEWCOMERS)) return [random.pick(["ar", "en", "ti", "uk"])];
  const languages: string[] = [main];
  const second = main === "fr" ? "nl" : "fr";
  const share = main === "de" ? 90 : home.languageArea === "bi" ? SECOND_LANGUAGE.brussels : SECOND_LANGUAGE.elsewhere;
  if (random.chance(share)) languages.push(second);
  if (random.chance(SECOND_LANGUAGE.english)) languages.push("en");
  return languages;
}

/** The categories of a person on a day, in the dimensions of the profile and two more. */
export function attributesOn(person: Person, birthDate: Day, day: Day): Record<string, string> {
  const { sex, education, status, origin } = person;
  return { sex, education, age: ageBracket(birthDate, day), status, origin };
}

/** The profile's age bracket; younger and older persons are in the nearest. */
export function ageBracket(birthDate: Day, day: Day): string {
  const reached = (years: number) => addMonths(birthDate, 12 * years) <= day;
  if (reached(24)) return "24-25";
  if (reached(22)) return "22-23";
  return reached(20) ? "20-21" : "18-19";
}

/** A birth date that makes somebody `years` old on `day`. */
export function drawBirthDate(random: Random, years: number, day: Day): Day {
  return addMonths(day, -12 * years) - random.whole(0, 363);
}

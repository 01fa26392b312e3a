/** What a cohort looks like: whole-number weights (mostly percentages), so that draws are the same on every machine. */
export interface Knobs {
  /** Applicants by language; the others are Dutch-speaking. */
  readonly frenchSpeaking: number;
  readonly sex: Readonly<Record<"F" | "M", number>>;
  readonly lowSkilled: number;
  /** Status by education, so that 60 % are job-seekers overall and the low-skilled more often. */
  readonly status: Readonly<Record<"low" | "higher", Readonly<Record<string, number>>>>;
  /** Origin by Region of residence. */
  readonly origin: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Completed years on the chosen start. */
  readonly age: Readonly<Record<string, number>>;
  /** Where a choice lies: own area, elsewhere in the same language, or across languages. */
  readonly choice: Readonly<Record<"own" | "same-language" | "across", number>>;
  readonly choiceCount: Readonly<Record<string, number>>;
  /** Places of a mission. */
  readonly places: Readonly<Record<string, number>>;
  /** Missions of a host. */
  readonly missionsPerHost: Readonly<Record<string, number>>;
  /** Missions per 100 candidates. */
  readonly missionsPer100: number;
  /** Hosts that lie where the inhabitants are; the others lie where the applicants are. */
  readonly hostsByInhabitants: number;
  /** Seats that are where the inhabitants are; the others are where the applicants are. */
  readonly seatsByInhabitants: number;
  /** Free seats aimed at per promotion. */
  readonly seatsPerPromotion: number;
}

/**
 * DOMAIN section 8 (the service in 2021-2024): 85 % French-speaking, 55-60 % women, 35 % low-skilled, 60 % job-seekers, ages 19-21
 * over-represented, 80 / 15 / 5 % of choices by distance, places 1 (80 %), 2 (15 %), 3-5 (5 %), 1,000-2,000 missions at 700-1,500
 * hosts for about 1,000 candidates. `origin`, `status` by education and the two `ByInhabitants` are assumptions.
 */
export const APPLICANTS: Knobs = {
  frenchSpeaking: 85,
  sex: { F: 57, M: 43 },
  lowSkilled: 35,
  status: {
    low: { "job-seeker": 72, student: 8, worker: 8, other: 12 },
    higher: { "job-seeker": 54, student: 24, worker: 11, other: 11 },
  },
  origin: { BRU: { be: 55, eu: 18, other: 27 }, VLG: { be: 80, eu: 7, other: 13 }, WAL: { be: 76, eu: 9, other: 15 } },
  age: { "18": 14, "19": 20, "20": 19, "21": 16, "22": 11, "23": 9, "24": 7, "25": 4 },
  choice: { own: 80, "same-language": 15, across: 5 },
  choiceCount: { "3": 85, "2": 10, "1": 5 },
  places: { "1": 240, "2": 45, "3": 7, "4": 5, "5": 3 },
  missionsPerHost: { "1": 65, "2": 22, "3": 8, "4": 3, "5": 2 },
  missionsPer100: 125,
  hostsByInhabitants: 30,
  seatsByInhabitants: 10,
  seatsPerPromotion: 20,
};

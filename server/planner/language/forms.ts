import { type Language, LOCALES } from "./language.ts";

/** Numbers and dates as Belgium writes them in one language. */
export interface Forms {
  readonly language: Language;
  readonly number: (value: number, digits?: number) => string;
  /** A share from 0 to 1 as a percentage. */
  readonly percent: (share: number, digits?: number) => string;
  /** An ISO day: "5 octobre 2026". */
  readonly day: (iso: string) => string;
  /** An ISO day in a table: "05/10/2026". */
  readonly shortDay: (iso: string) => string;
  /** A moment (ISO 8601) with its time of day. */
  readonly moment: (iso: string) => string;
  /** A difference, with its sign; zero has none. */
  readonly signed: (value: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** Sorts as a reader expects: m2 before m10. */
  readonly compare: (a: string, b: string) => number;
}

/** The forms of a language; made once and kept, for making them takes longer than using them. */
export function formsOf(language: Language): Forms {
  const locale = LOCALES[language];
  const numbers = new Map<number, Intl.NumberFormat>();
  const percents = new Map<number, Intl.NumberFormat>();
  const numberFormat = (digits: number) =>
    memo(numbers, digits, () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }));
  const percentFormat = (digits: number) =>
    memo(percents, digits, () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }));
  const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium", timeZone: "Europe/Brussels" });
  const signs = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    language,
    number: (value, digits = 0) => numberFormat(digits).format(value),
    percent: (share, digits = 0) => percentFormat(digits).format(share),
    day: (iso) => long.format(new Date(`${iso}T00:00:00Z`)),
    shortDay: (iso) => short.format(new Date(`${iso}T00:00:00Z`)),
    moment: (iso) => moments.format(new Date(iso)),
    signed: (value) => signs.format(value),
    list: (items) => lists.format(items),
    compare: collator.compare,
  };
}

function memo<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

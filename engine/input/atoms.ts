import { z } from "zod";
import { parseDay } from "../domain/calendar.ts";

/** Most entries read in a list of people, missions or decisions. */
export const MAX_ENTRIES = 200_000;
/** Most entries read in a list inside one entry: languages, windows, choices. */
export const MAX_SMALL_LIST = 500;
/** Most municipalities a zone can name: all of them, under their old and new codes. */
const MAX_ZONE_MUNICIPALITIES = 1_000;
const MAX_COUNT = 1_000_000;
const MAX_CATEGORIES = 100;

/** Control characters never belong in an id, and a lone surrogate has no canonical JSON. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;

function text(max: number) {
  return z.string().min(1).max(max).regex(PRINTABLE, "Control characters and lone surrogates are not allowed");
}

/** An opaque id of 1 to 100 characters. */
export const id = text(100);
/** A coded word: a language, an accommodation, a Region, a province. */
export const code = text(100);
/** The name of a dimension or category; it is a key of plain objects, so the words every object has are refused. */
export const label = text(100).refine((name) => !(name in Object.prototype), "This word is reserved");
export const seed = text(200);

/** A calendar day `YYYY-MM-DD` of the years 1900 to 2199. */
export const day = z
  .string()
  .refine((value) => parseDay(value) !== null, "Not a calendar day YYYY-MM-DD of the years 1900 to 2199")
  .meta({ format: "date" });

/** A whole number from 0 to one million. */
export const count = z.int().min(0).max(MAX_COUNT);
/** Hours in a week at most; 7.6 hours a day is a usual working time, so decimals are read. */
export const hours = z.number().min(0).max(168);
/** A share from 0 to 1, meant as the decimal it is written as. */
export const share = z.number().min(0).max(1);

export const codes = z.array(code).max(MAX_SMALL_LIST);
export const municipalityCodes = z.array(code).max(MAX_ZONE_MUNICIPALITIES);

/** Values per category or dimension. */
export function perLabel<Value extends z.ZodType>(value: Value) {
  return z
    .record(label, value)
    .refine((record) => Object.keys(record).length <= MAX_CATEGORIES, `More than ${MAX_CATEGORIES} categories`);
}

/** The category per dimension of one person. */
export const attributes = perLabel(label);

import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** The tables, or a transaction on them. */
export type Database = Kysely<Tables>;

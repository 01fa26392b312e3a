import { start } from "./0001-start.ts";
import { plans } from "./0002-plans.ts";
import { webhooks } from "./0003-webhooks.ts";
import type { Migration } from "./migration.ts";

/** Every migration, in the order in which they are applied: by name. */
export const MIGRATIONS: readonly Migration[] = [start, plans, webhooks];

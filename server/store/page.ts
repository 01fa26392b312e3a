import type { SelectQueryBuilder } from "kysely";
import { z } from "zod";
import type { Tables } from "./tables.ts";

/** Which part of a list is asked for; `after` is the last row of the part before. */
export interface PageRequest {
  readonly limit: number;
  readonly after: { readonly createdAt: string; readonly id: string } | null;
}

/** One part of a list; `next` is the cursor of the part after it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

const MOST_ROWS = 200;

/** The query parameters of a list. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: z
    .string()
    .max(300)
    .transform((text, context) => {
      const [createdAt, id, ...more] = Buffer.from(text, "base64url").toString().split(" ");
      if (createdAt && id && more.length === 0) return { createdAt, id };
      context.addIssue({ code: "custom", message: "Not a cursor of this list" });
      return z.NEVER;
    })
    .optional(),
});

interface Listed {
  readonly created_at: string;
  readonly id: string;
}

/** The newest rows first, from where the page starts, and one more to see whether there is a next page. */
export function startAfter<Table extends "rounds" | "runs" | "plans", Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { limit, after }: PageRequest,
): SelectQueryBuilder<Tables, Table, Row> {
  // All three tables have these columns.
  const typed = query as unknown as SelectQueryBuilder<Tables, "rounds", Row>;
  const later =
    after === null
      ? typed
      : typed.where(({ eb, or, and }) =>
          or([eb("created_at", "<", after.createdAt), and([eb("created_at", "=", after.createdAt), eb("id", "<", after.id)])]),
        );
  const sorted = later
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  return sorted as unknown as SelectQueryBuilder<Tables, Table, Row>;
}

/** What `startAfter` found, as a page. */
export function pageOf<Row extends Listed>(rows: readonly Row[], { limit }: PageRequest): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: shown, next: more ? Buffer.from(`${last.created_at} ${last.id}`).toString("base64url") : null };
}

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useTexts } from "../language/texts.tsx";
import { Pager } from "./pager.tsx";

/** A column: its head, what a row shows in it, and what it is sorted by (left out: it cannot be). */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly sortBy?: (row: Row) => string | number;
  readonly number?: boolean;
  /** Names the row: at most one column. */
  readonly rowHead?: boolean;
}

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

const ROWS_PER_PAGE = 25;

/** A native table with sorting by its heads and pages of 25 rows: a thousand candidates never are in the document at once. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
  hideCaption = false,
  rowsPerPage = ROWS_PER_PAGE,
  more = null,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly empty?: string;
  readonly hideCaption?: boolean;
  readonly rowsPerPage?: number;
  /** Fetches older rows; `null` where these are all. */
  readonly more?: (() => void) | null;
}) {
  const { f, t } = useTexts();
  const id = useId();
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const sorted = order === null ? rows : sortRows(rows, columns[order.column]?.sortBy, order.descending, f.compare);
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const shown = Math.min(page, pages - 1);
  const visible = sorted.slice(shown * rowsPerPage, (shown + 1) * rowsPerPage);
  const sort = (column: number) =>
    setOrder((before) => ({ column, descending: before?.column === column && !before.descending }));
  return (
    <div class="table-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keyboard. */}
      <section class="scroll" aria-labelledby={id} tabIndex={0}>
        <table>
          <caption id={id} class={hideCaption ? "unseen" : undefined}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <Head key={column.head} column={column} order={order?.column === i ? order : null} sort={() => sort(i)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column) => (
                  <Cell key={column.head} column={column} row={row} />
                ))}
              </tr>
            ))}
            {rows.length > 0 ? null : (
              <tr>
                <td colSpan={columns.length} class="soft">
                  {empty ?? t.common.nothing}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      {pages === 1 ? null : (
        <Pager
          page={shown}
          pages={pages}
          from={shown * rowsPerPage + 1}
          shown={visible.length}
          all={rows.length}
          turn={setPage}
        />
      )}
      {more === null ? null : (
        <p class="older no-print">
          <button type="button" class="link" onClick={more}>
            {t.common.older}
          </button>
        </p>
      )}
    </div>
  );
}

function Head<Row>({
  column,
  order,
  sort,
}: {
  readonly column: Column<Row>;
  readonly order: Order | null;
  readonly sort: () => void;
}) {
  const direction = order === null ? undefined : order.descending ? "descending" : "ascending";
  return (
    <th scope="col" class={column.number ? "number" : undefined} aria-sort={direction}>
      {column.sortBy === undefined ? (
        column.head
      ) : (
        <button type="button" class="sort" onClick={sort}>
          {column.head}
          <span aria-hidden="true">{order === null ? "" : order.descending ? " ▼" : " ▲"}</span>
        </button>
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const style = column.number ? "number" : undefined;
  if (column.rowHead)
    return (
      <th scope="row" class={style}>
        {column.cell(row)}
      </th>
    );
  return <td class={style}>{column.cell(row)}</td>;
}

function sortRows<Row>(
  rows: readonly Row[],
  by: Column<Row>["sortBy"],
  descending: boolean,
  compare: (a: string, b: string) => number,
): readonly Row[] {
  if (by === undefined) return rows;
  const up = rows.toSorted((a, b) => {
    const [one, other] = [by(a), by(b)];
    return typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other));
  });
  return descending ? up.reverse() : up;
}

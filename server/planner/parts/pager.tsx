import { useTexts } from "../language/texts.tsx";

/** Previous and next page of a table, and which rows are shown. */
export function Pager({
  page,
  pages,
  from,
  shown,
  all,
  turn,
}: {
  readonly page: number;
  readonly pages: number;
  /** Position of the first row shown, from 1. */
  readonly from: number;
  readonly shown: number;
  readonly all: number;
  readonly turn: (page: number) => void;
}) {
  const { f, t } = useTexts();
  return (
    <div class="pager">
      <button type="button" class="button little" disabled={page === 0} onClick={() => turn(page - 1)}>
        {t.common.previous}
      </button>
      <button type="button" class="button little" disabled={page === pages - 1} onClick={() => turn(page + 1)}>
        {t.common.next}
      </button>
      <span class="soft" role="status">
        {t.common.rowsShown(f.number(from), f.number(from + shown - 1), f.number(all))}
      </span>
    </div>
  );
}

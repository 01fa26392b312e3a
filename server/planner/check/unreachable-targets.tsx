import type { Overview, Unreachable } from "../../schemas/overview.ts";
import type { Texts } from "../language/texts.tsx";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Notice } from "../parts/notices.tsx";

/** Targets that no placement meets, each with the counts that say so. */
export function UnreachableTargets({ overview }: { readonly overview: Overview }) {
  const texts = useTexts();
  const { t } = texts;
  const list = overview.unreachable;
  if (list.length === 0) return <Notice kind="good" title={t.check.allReachable} />;
  return (
    <section class="stack">
      <Notice kind="attention" title={t.check.unreachableTitle(list.length)}>
        <p>{t.check.unreachableIntro}</p>
      </Notice>
      <DataTable
        caption={t.check.unreachable}
        rows={list.map((target, i) => ({ target, key: String(i) }))}
        keyOf={({ key }) => key}
        rowsPerPage={10}
        columns={[
          {
            head: t.check.target,
            rowHead: true,
            cell: ({ target }) => nameOf(target, texts),
            sortBy: ({ target }) => nameOf(target, texts),
          },
          { head: t.check.why, cell: ({ target }) => reasonOf(target, texts) },
        ]}
      />
    </section>
  );
}

function nameOf(target: Unreachable, { t }: Texts): string {
  switch (target.kind) {
    case "category": {
      const category = t.words.categories[target.category] ?? target.category;
      return `${t.common.promotion} ${target.promotion}: ${category}`;
    }
    case "too-few":
      return `${t.common.promotion} ${target.promotion}: ${t.words.rules["promotion-size"]}`;
    case "cross-region":
      return `${t.common.promotion} ${target.promotion}: ${t.words.rules["cross-region"]}`;
    case "region":
      return `${t.words.objectives["regional-balance"]}: ${t.words.regions[target.region] ?? target.region}`;
    case "low-skilled":
      return t.words.objectives["low-skilled"];
  }
}

function reasonOf(target: Unreachable, { t, f }: Texts): string {
  switch (target.kind) {
    case "category":
    case "cross-region":
      return t.check.reason.category(t.words.persons(target.atMost), f.number(target.wanted));
    case "too-few":
      return t.check.reason.tooFew(t.words.candidates(target.candidates), f.number(target.needed));
    case "region":
    case "low-skilled":
      return t.check.reason.ofAll(f.number(target.placements), t.words.persons(target.atMost), f.number(target.wanted));
  }
}

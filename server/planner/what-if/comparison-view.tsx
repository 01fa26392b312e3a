import { useEffect, useState } from "preact/hooks";
import type { Comparison } from "../../../engine/simulate/comparison/compare-results.ts";
import { type Answer, send } from "../api/client.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import type { Location } from "../router.ts";
import { AboutPerson } from "./about-person.tsx";
import { Moves } from "./moves.tsx";
import { SideBySide } from "./side-by-side.tsx";

/** What the service answers: each of the other runs against the base. */
interface ComparisonAnswer {
  readonly others: readonly Comparison[];
}

/** Two placements side by side: what got better, what worse, who moved and why. */
export function ComparisonView({
  base,
  other,
  location,
  about = null,
}: {
  readonly base: string;
  readonly other: string;
  readonly location: Location;
  readonly about?: string | null;
}) {
  const [known, setKnown] = useState<{ readonly key: string; readonly answer: Answer<ComparisonAnswer> } | null>(null);
  const [turn, setTurn] = useState(0);
  const key = `${base} ${other} ${turn}`;
  useEffect(() => {
    let current = true;
    send<ComparisonAnswer>("POST", "/v1/comparisons", { body: { runs: [base, other] } }).then((answer) => {
      if (current) setKnown({ key, answer });
    });
    return () => {
      current = false;
    };
  }, [base, other, key]);
  if (known === null || known.key !== key) return <Busy />;
  if (!known.answer.ok) return <Refusal problem={known.answer.problem} again={() => setTurn(turn + 1)} />;
  const [comparison] = known.answer.body.others;
  return comparison === undefined ? null : <Compared comparison={comparison} location={location} about={about} />;
}

function Compared({
  comparison,
  location,
  about,
}: {
  readonly comparison: Comparison;
  readonly location: Location;
  readonly about: string | null;
}) {
  const { t, f } = useTexts();
  return (
    <>
      {about === null ? null : <AboutPerson candidate={about} moved={comparison.moved} />}
      <SideBySide tiers={comparison.tiers} />
      <DataTable
        caption={t.whatIf.indicators}
        rows={comparison.indicators}
        keyOf={({ name }) => name}
        columns={[
          { head: t.whatIf.figure, rowHead: true, cell: ({ name }) => indicatorName(name, t) },
          { head: t.whatIf.base, number: true, cell: ({ name, base }) => indicator(name, base, f) },
          { head: t.whatIf.variant, number: true, cell: ({ name, other }) => indicator(name, other, f) },
          {
            head: t.whatIf.difference,
            number: true,
            cell: ({ name, difference }) => (name === "representativeness" ? f.signed(difference * 100) : f.signed(difference)),
          },
        ]}
      />
      <Moves moved={comparison.moved} location={location} />
    </>
  );
}

function indicatorName(name: string, t: Texts["t"]): string {
  const rank = /^ranks\/(\d+)$/.exec(name)?.[1];
  if (rank !== undefined) return t.words.choiceOf(Number(rank));
  const names: Readonly<Record<string, string>> = t.result.indicators;
  return names[name] ?? name;
}

function indicator(name: string, value: number, f: Texts["f"]): string {
  return name === "representativeness" ? f.percent(value, 1) : f.number(value);
}

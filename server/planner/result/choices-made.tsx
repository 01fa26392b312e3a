import type { Outcome } from "../../../engine/domain/result.ts";
import type { CandidateJson, ChoiceJson } from "../../../engine/input/round-schema.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { isServed } from "./joined.ts";

/** The missions of a choice: one, or two. */
export function missionsOf(choice: ChoiceJson): readonly string[] {
  if (typeof choice === "string") return [choice];
  return "missions" in choice ? choice.missions : choice;
}

/** The choices of a candidate, best first, with the one obtained. */
export function ChoicesMade({ candidate, outcome }: { readonly candidate: CandidateJson; readonly outcome: Outcome }) {
  const { t } = useTexts();
  const got = isServed(outcome) ? outcome.rank : 0;
  const rows = candidate.choices.map((choice, i) => ({ rank: i + 1, missions: missionsOf(choice) }));
  return (
    <DataTable
      caption={t.result.askedFor}
      empty={t.check.noChoices}
      rows={rows}
      keyOf={({ rank }) => String(rank)}
      columns={[
        { head: t.result.choice, rowHead: true, cell: ({ rank }) => t.words.choiceOf(rank) },
        { head: t.common.mission, cell: ({ missions }) => missions.join(" + ") },
        { head: t.common.outcome, cell: ({ rank }) => (rank === got ? <span class="tag good">{t.result.got}</span> : "") },
      ]}
    />
  );
}

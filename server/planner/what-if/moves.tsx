import type { Comparison } from "../../../engine/simulate/comparison/compare-results.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { hrefTo } from "../result/tabs.ts";
import type { Location } from "../router.ts";

type Move = Comparison["moved"][number];
type Cause = Move["because"][number];

const TONES = { gains: "good", loses: "attention", mixed: "plain", neither: "plain" } as const;

/** Everybody whose place differs: from what, to what, and the facts that go with it. */
export function Moves({ moved, location }: { readonly moved: readonly Move[]; readonly location: Location }) {
  const { t, f } = useTexts();
  return (
    <DataTable
      caption={t.whatIf.moved(t.words.candidates(moved.length))}
      empty={t.whatIf.nobodyMoved}
      rows={moved}
      keyOf={({ candidate }) => candidate}
      columns={[
        {
          head: t.common.candidate,
          rowHead: true,
          cell: ({ candidate }) => <a href={hrefTo(location, "people", candidate)}>{candidate}</a>,
          sortBy: ({ candidate }) => candidate,
        },
        { head: t.whatIf.from, cell: ({ from }) => spotText(from, t) },
        { head: t.whatIf.to, cell: ({ to }) => spotText(to, t) },
        {
          head: t.whatIf.forThem,
          cell: ({ direction }) => <span class={`tag ${TONES[direction]}`}>{t.whatIf.directions[direction]}</span>,
          sortBy: ({ direction }) => direction,
        },
        { head: t.whatIf.because, cell: ({ because }) => f.list(because.map((cause) => causeText(cause, t))) },
      ]}
    />
  );
}

/** A place in words. */
export function spotText(spot: Move["from"], t: Texts["t"]): string {
  if (spot === null) return t.whatIf.notInRound;
  if (spot.promotion === null) return t.words.outcomes[spot.outcome];
  const choice = spot.rank === null ? "" : `, ${t.words.choiceOf(spot.rank)}`;
  return `${spot.promotion}, ${spot.missions.join(" + ")}${choice}`;
}

function causeText(cause: Cause, t: Texts["t"]): string {
  const { causes } = t.whatIf;
  switch (cause.code) {
    case "mission":
    case "host":
    case "promotion":
      return causes.changed(cause.id, cause.change);
    case "policy":
      return causes.policy;
    case "own-data":
      return causes["own-data"];
    case "place-taken":
    case "place-freed":
      return causes[cause.code](cause.mission);
    case "seat-taken":
    case "seat-freed":
      return causes[cause.code](cause.promotion);
    case "joined":
    case "left":
    case "pin":
    case "equal":
      return causes[cause.code];
  }
}

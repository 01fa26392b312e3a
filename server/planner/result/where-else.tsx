import type { PlaceOption } from "../../../engine/domain/explanation.ts";
import { useQuestion } from "../api/use-question.ts";
import { useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { aimName } from "./aim-name.ts";
import { Answered } from "./answered.tsx";
import { SeeIt } from "./see-it.tsx";

const TONES = { current: "plain", free: "good", breaks: "attention", unlawful: "error", "not-established": "plain" } as const;

/** "Where else could this person go?": the places among their choices, least cost first, with what each costs aim by aim. */
export function WhereElse({
  candidate,
  round,
  run,
}: {
  readonly candidate: string;
  readonly round: string;
  readonly run: string;
}) {
  const { t } = useTexts();
  const question = useQuestion<{ readonly places: readonly PlaceOption[] }>();
  const ask = () => question.ask("POST", `/v1/runs/${encodeURIComponent(run)}/recommendations`, { candidate });
  return (
    <section class="stack">
      <div>
        <h2>{t.ask.where}</h2>
        <p class="soft">{t.ask.whereIntro}</p>
      </div>
      {question.state === "answered" ? null : (
        <div>
          <button type="button" class="button" disabled={question.state === "working"} onClick={ask}>
            {t.ask.whereButton}
          </button>
        </div>
      )}
      <Answered
        question={question}
        show={({ places }) => <Places places={places} candidate={candidate} round={round} run={run} />}
      />
    </section>
  );
}

function Places({
  places,
  candidate,
  round,
  run,
}: {
  readonly places: readonly PlaceOption[];
  readonly candidate: string;
  readonly round: string;
  readonly run: string;
}) {
  const { t, f } = useTexts();
  const nameOf = ({ missions, promotion }: PlaceOption) => `${missions.join(" + ")}, ${promotion}`;
  return (
    <DataTable
      caption={t.ask.places}
      rows={places}
      keyOf={nameOf}
      rowsPerPage={10}
      columns={[
        { head: t.common.mission, rowHead: true, cell: ({ missions }) => missions.join(" + ") },
        { head: t.common.promotion, cell: ({ promotion, date }) => `${promotion}, ${f.shortDay(date)}` },
        { head: t.result.choice, number: true, cell: ({ rank }) => f.number(rank), sortBy: ({ rank }) => rank },
        {
          head: t.result.standing,
          cell: ({ standing }) => <span class={`tag ${TONES[standing]}`}>{t.ask.standings[standing]}</span>,
          sortBy: ({ standing }) => standing,
        },
        { head: t.ask.costs, cell: (place) => <Costs place={place} /> },
        {
          head: t.ask.compare,
          cell: (place) =>
            place.standing === "current" || place.standing === "unlawful" ? null : (
              <SeeIt
                candidate={candidate}
                label={nameOf(place)}
                patches={[{ kind: "pinned", pin: { candidate, promotion: place.promotion, missions: [...place.missions] } }]}
                round={round}
                run={run}
              />
            ),
        },
      ]}
    />
  );
}

/** Every aim whose value differs, this result's first. */
function Costs({ place }: { readonly place: PlaceOption }) {
  const { t, f } = useTexts();
  if (place.costs.length === 0) return <>–</>;
  return (
    <ul class="plain-list tight">
      {place.costs.map(({ tier, entry, now, instead }) => (
        <li key={`${tier} ${entry}`}>
          {aimName(tier, t)}: <span class="number">{t.ask.instead(f.number(now), f.number(instead))}</span>
        </li>
      ))}
    </ul>
  );
}

import type { Change, ChangeAnswer, Explanation } from "../../../engine/domain/explanation.ts";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import { useQuestion } from "../api/use-question.ts";
import { type Texts, useTexts } from "../language/texts.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { aimName } from "./aim-name.ts";
import { Answered } from "./answered.tsx";
import type { Joined } from "./joined.ts";
import { SeeIt } from "./see-it.tsx";

/** The service's explanation for a planner. */
interface Explained {
  readonly text: readonly string[];
  readonly explanation: Explanation;
}

/** "What would have helped?": single changes from a fixed menu, each tried; and the whole answer in the engine's words. */
export function WhatWouldHelp({
  candidate,
  joined,
  round,
  run,
}: {
  readonly candidate: CandidateJson;
  readonly joined: Joined;
  readonly round: string;
  readonly run: string;
}) {
  const { t, language } = useTexts();
  const question = useQuestion<Explained>();
  const address = `/v1/runs/${encodeURIComponent(run)}/candidates/${encodeURIComponent(candidate.id)}/explanation`;
  return (
    <section class="stack">
      <div>
        <h2>{t.ask.helped}</h2>
        <p class="soft">{t.ask.helpedIntro}</p>
      </div>
      {question.state === "answered" ? null : (
        <div>
          <button
            type="button"
            class="button"
            disabled={question.state === "working"}
            onClick={() => question.ask("GET", `${address}?audience=planner`)}
          >
            {t.ask.helpedButton}
          </button>
        </div>
      )}
      <Answered
        question={question}
        show={({ text, explanation }) => (
          <div class="stack">
            <Changes changes={explanation.changes} candidate={candidate} joined={joined} round={round} run={run} />
            {explanation.moreChanges === 0 ? null : <p class="soft">{t.told.notTried(explanation.moreChanges)}</p>}
            <details>
              <summary>{t.ask.wholeAnswer}</summary>
              <div lang={language}>
                {text.map((line, i) => (
                  <p key={i}>{line}</p>
                ))}
              </div>
            </details>
          </div>
        )}
      />
    </section>
  );
}

function Changes({
  changes,
  candidate,
  joined,
  round,
  run,
}: {
  readonly changes: readonly ChangeAnswer[];
  readonly candidate: CandidateJson;
  readonly joined: Joined;
  readonly round: string;
  readonly run: string;
}) {
  const texts = useTexts();
  const { t } = texts;
  const answerOf = ({ helps }: ChangeAnswer) => (helps === null ? "open" : helps ? "yes" : "no");
  return (
    <DataTable
      caption={t.ask.changes}
      empty={t.told.nothingHelps}
      rows={changes}
      keyOf={({ change }) => JSON.stringify(change)}
      columns={[
        { head: t.ask.change, rowHead: true, cell: ({ change }) => changeName(change, texts) },
        {
          head: t.ask.helps,
          cell: (answer) => (
            <span class={`tag ${answer.helps === true ? "good" : "plain"}`}>{t.ask.answers[answerOf(answer)]}</span>
          ),
          sortBy: answerOf,
        },
        {
          head: t.ask.compare,
          cell: ({ change }) => (
            <SeeIt
              candidate={candidate.id}
              label={changeName(change, texts)}
              patches={patchesOf(change, candidate, joined)}
              round={round}
              run={run}
            />
          ),
        },
      ]}
    />
  );
}

function changeName(change: Change, { t, f }: Texts): string {
  switch (change.kind) {
    case "mission-place":
      return t.told.change.missionPlace(change.mission);
    case "promotion-seat":
      return t.told.change.promotionSeat(change.promotion);
    case "tolerance":
      return t.told.change.tolerance(aimName(change.tier, t));
    case "start-date":
      return t.told.change.startDate(f.day(change.date));
    case "choice":
      return t.told.change.choice(change.mission);
  }
}

const MOST_CHOICES = 3;

/** The change as patches of the round, as the engine tried it; none where the policy has to be changed for it. */
function patchesOf(
  change: Change,
  { id, choices, earliest }: CandidateJson,
  { round, missions, promotions }: Joined,
): readonly Patch[] {
  switch (change.kind) {
    case "mission-place": {
      const mission = missions.get(change.mission);
      const host = round.hosts.find((one) => one.id === mission?.host);
      const places: Patch = { kind: "mission-places", mission: change.mission, places: (mission?.places ?? 0) + 1 };
      return host?.places == null ? [places] : [places, { kind: "host-places", host: host.id, places: host.places + 1 }];
    }
    case "promotion-seat":
      return [
        { kind: "promotion-size", promotion: change.promotion, maxSize: (promotions.get(change.promotion)?.maxSize ?? 0) + 1 },
      ];
    case "start-date": {
      const sooner = earliest != null && change.date < earliest ? { earliest: change.date } : {};
      return [{ kind: "candidate-changed", candidate: id, set: { chosenStart: change.date, ...sooner } }];
    }
    case "choice": {
      const kept = choices.length < MOST_CHOICES ? choices : choices.slice(0, -1);
      return [{ kind: "candidate-changed", candidate: id, set: { choices: [...kept, change.mission] } }];
    }
    case "tolerance":
      return [];
  }
}

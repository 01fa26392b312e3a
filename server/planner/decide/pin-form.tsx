import { useState } from "preact/hooks";
import type { PinJson } from "../../../engine/input/round-schema.ts";
import { useTexts } from "../language/texts.tsx";
import { missionsOf } from "../result/choices-made.tsx";
import type { Joined } from "../result/joined.ts";
import { ChoiceOptions, PromotionOptions } from "../result/place-options.tsx";

const KINDS = ["place", "forbid", "reserve"] as const;
type Kind = (typeof KINDS)[number];

/** One decision: for whom, what, and where. */
export function PinForm({
  joined,
  first,
  add,
}: {
  readonly joined: Joined;
  readonly first: string | null;
  readonly add: (pin: PinJson) => void;
}) {
  const { t } = useTexts();
  const [candidate, setCandidate] = useState(first ?? "");
  const [kind, setKind] = useState<Kind>("place");
  const [promotion, setPromotion] = useState("");
  const [choice, setChoice] = useState("");
  const known = joined.candidates.get(candidate);
  const choices = known?.choices ?? [];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (known === undefined) return;
    const chosen = choice === "" ? undefined : choices[Number(choice)];
    const missions = chosen === undefined ? undefined : missionsOf(chosen);
    if (kind === "reserve") add({ candidate, outcome: "reserve" });
    else if (kind === "forbid")
      add({
        candidate,
        not: { ...(promotion === "" ? {} : { promotion }), ...(missions === undefined ? {} : { missions: [...missions] }) },
      });
    else add({ candidate, promotion, ...(missions === undefined ? {} : { missions: [...missions] }) });
    setCandidate("");
    setChoice("");
  };
  const nothingNamed = kind === "forbid" && promotion === "" && choice === "";
  return (
    <form class="panel stack" onSubmit={submit}>
      <div class="row end">
        <div class="field">
          <label for="pin-candidate">{t.common.candidate}</label>
          <input
            id="pin-candidate"
            list="pin-candidates"
            required
            autoComplete="off"
            value={candidate}
            aria-invalid={candidate !== "" && known === undefined}
            onInput={(event) => {
              setCandidate(event.currentTarget.value.trim());
              setChoice("");
            }}
          />
          <datalist id="pin-candidates">
            {joined.round.candidates.map(({ id }) => (
              <option key={id} value={id} />
            ))}
          </datalist>
        </div>
        <div class="field">
          <label for="pin-kind">{t.decide.decision}</label>
          <select id="pin-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t.decide.kinds[one]}
              </option>
            ))}
          </select>
        </div>
        {kind === "reserve" ? null : (
          <>
            <div class="field">
              <label for="pin-promotion">{t.common.promotion}</label>
              <select
                id="pin-promotion"
                required={kind === "place"}
                value={promotion}
                onChange={(event) => setPromotion(event.currentTarget.value)}
              >
                <option value="">{kind === "place" ? "–" : t.decide.any}</option>
                <PromotionOptions promotions={joined.round.promotions} />
              </select>
            </div>
            <div class="field">
              <label for="pin-mission">{t.common.mission}</label>
              <select id="pin-mission" value={choice} onChange={(event) => setChoice(event.currentTarget.value)}>
                <option value="">{t.decide.any}</option>
                <ChoiceOptions choices={choices} />
              </select>
            </div>
          </>
        )}
        <button type="submit" class="button" disabled={known === undefined || nothingNamed}>
          {t.common.add}
        </button>
      </div>
    </form>
  );
}

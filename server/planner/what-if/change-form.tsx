import { useState } from "preact/hooks";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import { useTexts } from "../language/texts.tsx";
import { CHANGES, type Change, type ChangeKind, changeOf, presentValue, SUBJECTS, VALUES } from "./changes.ts";

/** One change: its kind, whom or what it concerns, and the new value. */
export function ChangeForm({
  round,
  first,
  add,
}: {
  readonly round: RoundJson;
  /** The kind that is offered first. */
  readonly first: ChangeKind;
  readonly add: (change: Change) => void;
}) {
  const { t } = useTexts();
  const [kind, setKind] = useState(first);
  const [id, setId] = useState("");
  const [value, setValue] = useState<string | null>(null);
  const list = round[SUBJECTS[kind]];
  const known = list.some((one) => one.id === id);
  const shown = value ?? presentValue(kind, id, round);
  const valueKind = VALUES[kind];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!known) return;
    add(changeOf(kind, id, shown));
    setId("");
    setValue(null);
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <div class="row end">
        <div class="field">
          <label for="change-kind">{t.whatIf.change}</label>
          <select
            id="change-kind"
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value as ChangeKind);
              setId("");
              setValue(null);
            }}
          >
            {CHANGES.map((one) => (
              <option key={one} value={one}>
                {t.whatIf.kinds[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="change-subject">{t.load.tables[SUBJECTS[kind]]}</label>
          <input
            id="change-subject"
            list="change-subjects"
            required
            autoComplete="off"
            value={id}
            aria-invalid={id !== "" && !known}
            onInput={(event) => {
              setId(event.currentTarget.value.trim());
              setValue(null);
            }}
          />
          <datalist id="change-subjects">
            {list.map((one) => (
              <option key={one.id} value={one.id} />
            ))}
          </datalist>
        </div>
        {valueKind === null ? null : (
          <div class="field">
            <label for="change-value">
              {kind === "promotion-moved" ? t.whatIf.newStart : kind === "promotion-size" ? t.whatIf.newSize : t.whatIf.newPlaces}
            </label>
            <input
              id="change-value"
              type={valueKind === "day" ? "date" : "number"}
              min={valueKind === "day" ? undefined : 0}
              required
              value={shown}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
          </div>
        )}
        <button type="submit" class="button">
          {t.common.add}
        </button>
      </div>
    </form>
  );
}

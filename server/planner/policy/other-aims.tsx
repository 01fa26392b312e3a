import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useTexts } from "../language/texts.tsx";
import { ModeField } from "./mode-field.tsx";
import { switchOff } from "./policy-draft.ts";
import type { PolicyPart } from "./policy-part.ts";
import { ShareField } from "./share-field.tsx";

/** The minimum share of low-skilled people, service in another Region, and the limits of deferral. */
export function OtherAims(part: PolicyPart) {
  const { t } = useTexts();
  return (
    <section class="stack">
      <h2>{t.policy.others}</h2>
      <div class="columns">
        <LowSkilled {...part} />
        <CrossRegion {...part} />
        <Deferral {...part} />
      </div>
    </section>
  );
}

function Part({
  title,
  article,
  effect,
  on,
  toggle,
  children,
}: {
  readonly title: string;
  readonly article: string;
  readonly effect: string;
  readonly on: boolean;
  readonly toggle: () => void;
  readonly children?: ComponentChildren;
}) {
  const { t } = useTexts();
  const id = useId();
  return (
    <section class="panel stack" aria-labelledby={id}>
      <div class="row between">
        <h3 id={id}>{title}</h3>
        <span class="tag plain">{t.common.article(article)}</span>
      </div>
      <p class="small soft">{effect}</p>
      <label class="row small">
        <input type="checkbox" checked={on} onChange={toggle} />
        {t.policy.on}
      </label>
      {on ? children : null}
    </section>
  );
}

function LowSkilled({ policy, change, profile }: PolicyPart) {
  const { t } = useTexts();
  const { lowSkilled } = policy;
  const id = useId();
  const toggle = () =>
    change(lowSkilled === null ? { ...policy, lowSkilled: profile.defaults.lowSkilled } : switchOff(policy, "lowSkilled"));
  return (
    <Part
      title={t.words.objectives["low-skilled"]}
      article="4 §1, 2°"
      effect={t.policy.effects["low-skilled"]}
      on={lowSkilled !== null}
      toggle={toggle}
    >
      {lowSkilled === null ? null : (
        <div class="field">
          <label for={id}>{t.policy.minimumShare}</label>
          <ShareField
            id={id}
            label={t.policy.minimumShare}
            share={lowSkilled.minimum}
            change={(minimum) => change({ ...policy, lowSkilled: { ...lowSkilled, minimum } })}
          />
        </div>
      )}
    </Part>
  );
}

function CrossRegion({ policy, change, profile }: PolicyPart) {
  const { t } = useTexts();
  const { crossRegion } = policy;
  const id = useId();
  const toggle = () =>
    change(crossRegion === null ? { ...policy, crossRegion: profile.defaults.crossRegion } : switchOff(policy, "crossRegion"));
  return (
    <Part
      title={t.words.rules["cross-region"] ?? ""}
      article="14 §2"
      effect={t.policy.effects["cross-region"]}
      on={crossRegion !== null}
      toggle={toggle}
    >
      {crossRegion === null ? null : (
        <>
          <div class="field">
            <label for={id}>{t.policy.minimumPersons}</label>
            <input
              id={id}
              type="number"
              min={1}
              step={1}
              value={crossRegion.minimum}
              onChange={(event) =>
                change({ ...policy, crossRegion: { ...crossRegion, minimum: whole(event.currentTarget.value) } })
              }
            />
          </div>
          <ModeField
            name={t.words.rules["cross-region"] ?? ""}
            mode={crossRegion.mode}
            change={(mode) => change({ ...policy, crossRegion: { ...crossRegion, mode } })}
          />
        </>
      )}
    </Part>
  );
}

function Deferral({ policy, change, profile }: PolicyPart) {
  const { t } = useTexts();
  const { deferral } = policy;
  const id = useId();
  const toggle = () =>
    change(deferral === null ? { ...policy, deferral: profile.defaults.deferral } : switchOff(policy, "deferral"));
  const set = (key: "maxCount" | "maxDays", text: string) =>
    deferral !== null && change({ ...policy, deferral: { ...deferral, [key]: text.trim() === "" ? null : whole(text) } });
  return (
    <Part
      title={t.policy.deferralLimits}
      article="23 §3"
      effect={t.policy.effects["deferral-cap"]}
      on={deferral !== null}
      toggle={toggle}
    >
      {deferral === null
        ? null
        : (["maxCount", "maxDays"] as const).map((key) => (
            <div class="field" key={key}>
              <label for={`${id}-${key}`}>{t.policy[key]}</label>
              <input
                id={`${id}-${key}`}
                type="number"
                min={0}
                step={1}
                value={deferral[key] ?? ""}
                aria-describedby={`${id}-${key}-hint`}
                onChange={(event) => set(key, event.currentTarget.value)}
              />
              <span class="hint" id={`${id}-${key}-hint`}>
                {t.policy.emptyNoLimit}
              </span>
            </div>
          ))}
    </Part>
  );
}

function whole(text: string): number {
  return Math.max(0, Math.round(Number(text) || 0));
}

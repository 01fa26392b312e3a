import { useId } from "preact/hooks";
import type { Policy } from "../../../engine/domain/policy.ts";
import type { Reading } from "../../../engine/profiles/profile.ts";
import { useTexts } from "../language/texts.tsx";
import type { PolicyPart } from "./policy-part.ts";

/** Settings of the policy that choose between readings of the law. */
export type ReadingKey = "ageLimit" | "approvalCover" | "choices" | "needs" | "languages" | "wishes" | "deferralGround";

const READINGS: readonly ReadingKey[] = [
  "ageLimit",
  "approvalCover",
  "choices",
  "needs",
  "languages",
  "wishes",
  "deferralGround",
];

/** Where the law leaves room: each reading with its article, the words of both texts, and what either choice does. */
export function Readings({ policy, change, profile }: PolicyPart) {
  const { t } = useTexts();
  const fixed = profile.readings.filter(({ setting }) => setting === "fixed");
  return (
    <section class="stack">
      <div>
        <h2>{t.policy.readings}</h2>
        <p class="soft">{t.policy.readingsIntro}</p>
      </div>
      <div class="columns">
        {READINGS.map((key) => (
          <ReadingChoice
            key={key}
            setting={key}
            reading={profile.readings.find(({ setting }) => setting === key)}
            value={policy[key]}
            choose={(value) => change({ ...policy, [key]: value } as Policy)}
          />
        ))}
      </div>
      <details>
        <summary>{t.policy.fixed(fixed.length)}</summary>
        <ul class="plain-list">
          {fixed.map((reading) => (
            <li key={reading.article}>
              <strong>{t.common.article(reading.article)}</strong> <FixedReading reading={reading} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What is done and why, in the page's words; in the profile's English where it has none. */
function FixedReading({ reading }: { readonly reading: Reading }) {
  const { t } = useTexts();
  const words = t.law.fixed[reading.article];
  if (words !== undefined) return <>{`${words[0]}. ${words[1]}`}</>;
  return (
    <span lang="en">
      {reading.default}. {reading.note}
    </span>
  );
}

function ReadingChoice({
  setting,
  reading,
  value,
  choose,
}: {
  readonly setting: ReadingKey;
  readonly reading: Reading | undefined;
  readonly value: string;
  readonly choose: (value: string) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  const { question, options } = t.policy.reading[setting];
  return (
    <fieldset class="panel stack" aria-labelledby={`${id}-question`}>
      <div class="row between">
        <h3 id={`${id}-question`}>{question}</h3>
        {reading === undefined ? null : <span class="tag plain">{t.common.article(reading.article)}</span>}
      </div>
      {Object.entries(options).map(([option, effect]) => (
        <label key={option} class="option">
          <input type="radio" name={id} checked={option === value} onChange={() => choose(option)} />
          <span>
            {effect} {reading?.default === option ? <span class="tag plain">{t.policy.usual}</span> : null}
          </span>
        </label>
      ))}
      {reading?.fr === undefined ? null : <blockquote lang="fr">« {reading.fr} »</blockquote>}
      {reading?.nl === undefined ? null : <blockquote lang="nl">“{reading.nl}”</blockquote>}
    </fieldset>
  );
}

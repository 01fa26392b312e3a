import { useState } from "preact/hooks";
import type { Policy } from "../../../engine/domain/policy.ts";
import type { Profile } from "../../../engine/profiles/profile.ts";
import { type Refused, send } from "../api/client.ts";
import type { StoredRound } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { type RoundSeen, useRound } from "../check/use-round.ts";
import { useTexts } from "../language/texts.tsx";
import { NeedsRound } from "../parts/needs.tsx";
import { Busy, Notice, Refusal } from "../parts/notices.tsx";
import { go, hrefOf, type Location } from "../router.ts";
import { OtherAims } from "./other-aims.tsx";
import { changedKeys, sumsToOne } from "./policy-draft.ts";
import type { PolicyPart } from "./policy-part.ts";
import { Readings } from "./readings.tsx";
import { Targets } from "./targets.tsx";
import { TierOrder } from "./tier-order.tsx";

/** Step 3: the policy under which the round is placed, each setting with its article and what it does. */
export function PolicyScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <>
      <div class="intro">
        <h1>{t.policy.title}</h1>
        <p>{t.policy.intro}</p>
      </div>
      {location.round === null ? <NeedsRound /> : <LoadedPolicy id={location.round} />}
    </>
  );
}

function LoadedPolicy({ id }: { readonly id: string }) {
  const round = useRound(id);
  const name = round.state === "here" ? round.body.round.profile : null;
  const profile = useAnswer<Profile>(name === null ? null : `/v1/profiles/${encodeURIComponent(name)}`, true);
  if (round.state === "refused") return <Refusal problem={round.problem} again={round.again} />;
  if (profile.state === "refused") return <Refusal problem={profile.problem} again={profile.again} />;
  if (round.state === "waiting" || profile.state === "waiting") return <Busy />;
  return <PolicyForm key={id} id={id} seen={round.body} profile={profile.body} />;
}

function PolicyForm({ id, seen, profile }: { readonly id: string; readonly seen: RoundSeen; readonly profile: Profile }) {
  const { t } = useTexts();
  const before = seen.overview.effectivePolicy;
  const [policy, change] = useState<Policy>(before);
  const part: PolicyPart = { policy, change, seen, profile };
  return (
    <div class="stack wide">
      <Notice title={t.policy.restsOn(profile.id)}>
        <p class="small">{t.law.status[profile.id] ?? <span lang="en">{profile.status}</span>}</p>
        <details class="small">
          <summary>{t.policy.source}</summary>
          <p lang="fr">{profile.source}.</p>
        </details>
      </Notice>
      <TierOrder {...part} />
      <Targets {...part} />
      <OtherAims {...part} />
      <Readings {...part} />
      <SavePolicy id={id} before={before} after={policy} undo={() => change(before)} />
    </div>
  );
}

function SavePolicy({
  id,
  before,
  after,
  undo,
}: {
  readonly id: string;
  readonly before: Policy;
  readonly after: Policy;
  readonly undo: () => void;
}) {
  const { t, f } = useTexts();
  const [problem, setProblem] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const set = changedKeys(before, after);
  const keys = Object.keys(set);
  const wrongSums = [
    ...(after.regionalBalance !== null && !sumsToOne(after.regionalBalance.targets)
      ? [t.words.objectives["regional-balance"]]
      : []),
    ...(after.representativeness ?? []).flatMap((dimension) =>
      "targets" in dimension && !sumsToOne(dimension.targets)
        ? [t.words.dimensions[dimension.dimension] ?? dimension.dimension]
        : [],
    ),
  ];
  if (keys.length === 0) {
    return (
      <p class="next-step">
        <a class="button first" href={hrefOf({ screen: "run", round: id, run: null, open: null })}>
          {t.policy.continueUnchanged}
        </a>
      </p>
    );
  }
  const save = async () => {
    setBusy(true);
    const patches = [{ kind: "policy-changed", set }];
    const answer = await send<StoredRound>("POST", `/v1/rounds/${encodeURIComponent(id)}/scenarios`, { body: { patches } });
    setBusy(false);
    if (answer.ok) go({ screen: "run", round: answer.body.id, run: null, open: null });
    else setProblem(answer.problem);
  };
  return (
    <section class="next-step stack" aria-live="polite">
      <h2>{t.policy.changed}</h2>
      <p>{f.list(keys.map((key) => t.policy.keys[key as keyof typeof t.policy.keys] ?? key))}</p>
      {wrongSums.length === 0 ? null : <Notice kind="error" title={t.policy.sumsWrong(f.list(wrongSums))} alert />}
      {problem === null ? null : <Refusal problem={problem} />}
      <div class="row">
        <button type="button" class="button first" disabled={busy || wrongSums.length > 0} onClick={save}>
          {t.policy.save}
        </button>
        <button type="button" class="button" onClick={undo}>
          {t.policy.undo}
        </button>
      </div>
      <p class="soft small">{t.policy.saveHint}</p>
    </section>
  );
}

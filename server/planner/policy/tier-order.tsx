import { useRef, useState } from "preact/hooks";
import type { ObjectiveId, Tier } from "../../../engine/domain/policy.ts";
import { useTexts } from "../language/texts.tsx";
import { AllowanceField } from "./allowance-field.tsx";
import { addTier, moveTier, unusedObjectives } from "./policy-draft.ts";
import type { PolicyPart } from "./policy-part.ts";

/** The aims in their order of precedence: moved by buttons or by dragging, each with its article and its allowance. */
export function TierOrder(part: PolicyPart) {
  const { t } = useTexts();
  const { policy, change } = part;
  const [said, say] = useState("");
  const dragged = useRef<number | null>(null);
  const set = (tiers: readonly Tier[]) => change({ ...policy, tiers });
  const move = (from: number, to: number) => {
    const tier = policy.tiers[from];
    if (tier === undefined || to < 0 || to >= policy.tiers.length) return;
    set(moveTier(policy.tiers, from, to));
    say(t.policy.moved(namesOf(tier, t.words.objectives), to + 1));
  };
  const unused = unusedObjectives(policy);
  return (
    <section class="stack">
      <div>
        <h2>{t.policy.order}</h2>
        <p class="soft">{t.policy.orderIntro}</p>
      </div>
      <ol class="tiers">
        {policy.tiers.map((tier, i) => (
          <li
            key={tier.objectives.join()}
            class="tier"
            draggable
            onDragStart={() => {
              dragged.current = i;
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged.current !== null) move(dragged.current, i);
              dragged.current = null;
            }}
          >
            <TierLine part={part} tier={tier} position={i} move={move} set={set} />
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {said}
      </p>
      {unused.length === 0 ? null : <AddTier unused={unused} add={(id) => set(addTier(policy.tiers, id))} />}
    </section>
  );
}

function namesOf(tier: Tier, names: Readonly<Record<ObjectiveId, string>>): string {
  return tier.objectives.map((id) => names[id]).join(" + ");
}

function TierLine({
  part,
  tier,
  position,
  move,
  set,
}: {
  readonly part: PolicyPart;
  readonly tier: Tier;
  readonly position: number;
  readonly move: (from: number, to: number) => void;
  readonly set: (tiers: readonly Tier[]) => void;
}) {
  const { t } = useTexts();
  const { tiers } = part.policy;
  const name = namesOf(tier, t.words.objectives);
  const [first] = tier.objectives;
  const citation = first === undefined ? undefined : part.profile.citations[first];
  const bound = tier.objectives.some((id) => id === "placed" || id === "lottery");
  return (
    <>
      <span class="grip" aria-hidden="true">
        ⠿
      </span>
      <div class="tier-name">
        <h3>{name}</h3>
        <p class="small soft">
          {citation === undefined
            ? null
            : /^\d/.test(citation.article)
              ? t.common.article(citation.article)
              : t.policy.operational}
          {first === undefined ? null : `. ${t.policy.effects[first]}`}
        </p>
      </div>
      {bound ? null : (
        <AllowanceField
          name={name}
          allowance={tier.allowance}
          change={(allowance) => set(tiers.with(position, { ...tier, allowance }))}
        />
      )}
      <div class="row moves">
        <button
          type="button"
          class="button little"
          disabled={position === 0}
          aria-label={t.policy.up(name)}
          onClick={() => move(position, position - 1)}
        >
          ↑
        </button>
        <button
          type="button"
          class="button little"
          disabled={position === tiers.length - 1}
          aria-label={t.policy.down(name)}
          onClick={() => move(position, position + 1)}
        >
          ↓
        </button>
        {tier.objectives.includes("placed") ? null : (
          <button
            type="button"
            class="button little"
            aria-label={t.policy.takeOut(name)}
            onClick={() => set(tiers.toSpliced(position, 1))}
          >
            ✕
          </button>
        )}
      </div>
    </>
  );
}

function AddTier({ unused, add }: { readonly unused: readonly ObjectiveId[]; readonly add: (id: ObjectiveId) => void }) {
  const { t } = useTexts();
  const [first] = unused;
  const [chosen, choose] = useState<ObjectiveId | undefined>(first);
  const id = chosen !== undefined && unused.includes(chosen) ? chosen : first;
  return (
    <div class="row end">
      <div class="field">
        <label for="add-tier">{t.policy.addAim}</label>
        <select id="add-tier" value={id} onChange={(event) => choose(event.currentTarget.value as ObjectiveId)}>
          {unused.map((one) => (
            <option key={one} value={one}>
              {t.words.objectives[one]}
            </option>
          ))}
        </select>
      </div>
      <button type="button" class="button" onClick={() => id !== undefined && add(id)}>
        {t.common.add}
      </button>
    </div>
  );
}

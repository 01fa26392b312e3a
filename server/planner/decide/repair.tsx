import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { PlanShape } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { Busy } from "../parts/notices.tsx";
import { isServed, type Joined } from "../result/joined.ts";
import type { Location } from "../router.ts";
import { TryChange } from "../what-if/try-change.tsx";
import { Variant } from "../what-if/variant.tsx";

/** What drops out after a plan is known: the rest stays as close to it as can be, and everybody who moves is named with the reason. */
export function Repair({
  round,
  run,
  joined,
  variant,
  location,
}: {
  readonly round: string;
  readonly run: string;
  readonly joined: Joined;
  readonly variant: string | null;
  readonly location: Location;
}) {
  const { t } = useTexts();
  const plans = useAnswer<{ readonly plans: readonly PlanShape[] }>("/v1/plans?limit=100");
  if (variant !== null) return <Variant key={variant} base={run} variant={variant} location={{ ...location, open: "repair" }} />;
  if (plans.state === "waiting") return <Busy />;
  const plan =
    plans.state === "here" ? plans.body.plans.find(({ runId, state }) => runId === run && state === "published") : undefined;
  const opens = (id: string) => ({ ...location, open: `repair/${id}` });
  return (
    <div class="stack">
      <p class="soft">{t.decide.repairIntro}</p>
      {plan === undefined ? (
        <TryChange round={round} run={run} before={[publishedAs(joined)]} first="candidate-withdrawn" opens={opens} />
      ) : (
        <TryChange
          round={round}
          run={run}
          address={`/v1/plans/${encodeURIComponent(plan.id)}/repairs`}
          first="candidate-withdrawn"
          opens={opens}
        />
      )}
    </div>
  );
}

/** The placements of a result as if they were published: what a repair stays close to. */
function publishedAs({ result }: Joined): Patch {
  const served = result.outcomes.filter(isServed);
  return {
    kind: "published",
    published: served.map(({ candidate, promotion, missions }) => ({ candidate, promotion, missions: [...missions] })),
  };
}

import type { Patch } from "../../../engine/input/patch-schema.ts";
import { useTexts } from "../language/texts.tsx";
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
  if (variant !== null) return <Variant key={variant} base={run} variant={variant} location={{ ...location, open: "repair" }} />;
  const published = joined.result.outcomes
    .filter(isServed)
    .map(({ candidate, promotion, missions }) => ({ candidate, promotion, missions: [...missions] }));
  const before: readonly Patch[] = [{ kind: "published", published }];
  return (
    <div class="stack">
      <p class="soft">{t.decide.repairIntro}</p>
      <TryChange round={round} run={run} before={before} opens={(id) => ({ ...location, open: `repair/${id}` })} />
    </div>
  );
}

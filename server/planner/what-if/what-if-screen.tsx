import { useTexts } from "../language/texts.tsx";
import { SolvedStep } from "../parts/solved-step.tsx";
import { TabList } from "../parts/tab-list.tsx";
import type { Location } from "../router.ts";
import { CompareRuns } from "./compare-runs.tsx";
import { TradeOff } from "./trade-off.tsx";
import { TryChange } from "./try-change.tsx";
import { Variant } from "./variant.tsx";

const TABS = ["change", "compare", "curve"] as const;
type Tab = (typeof TABS)[number];

/** Step 6: change something and see it side by side with the base; or choose a point of a trade-off. */
export function WhatIfScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <SolvedStep
      title={t.whatIf.title}
      intro={t.whatIf.intro}
      location={location}
      show={(round, run) => <Tabs location={location} round={round} run={run} />}
    />
  );
}

function Tabs({ location, round, run }: { readonly location: Location; readonly round: string; readonly run: string }) {
  const { t } = useTexts();
  const [name = "", id, about] = (location.open ?? "change").split("/");
  const tab: Tab = TABS.find((one) => one === name) ?? "change";
  return (
    <div class="stack wide">
      <TabList label={t.whatIf.title} tabs={TABS} names={t.whatIf.tabs} current={tab} location={location} />
      {tab === "change" ? (
        id === undefined ? (
          <TryChange round={round} run={run} opens={(variant) => ({ ...location, open: `change/${variant}` })} />
        ) : (
          <Variant key={id} base={run} variant={id} location={location} about={about ?? null} />
        )
      ) : null}
      {tab === "compare" ? <CompareRuns base={run} chosen={id ?? null} location={location} /> : null}
      {tab === "curve" ? <TradeOff round={round} run={run} curve={id ?? null} location={location} /> : null}
    </div>
  );
}

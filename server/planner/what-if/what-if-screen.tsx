import { useTexts } from "../language/texts.tsx";
import { NeedsRound, NeedsRun } from "../parts/needs.tsx";
import { hrefOf, type Location } from "../router.ts";
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
    <>
      <div class="intro">
        <h1>{t.whatIf.title}</h1>
        <p>{t.whatIf.intro}</p>
      </div>
      {location.round === null ? (
        <NeedsRound />
      ) : location.run === null ? (
        <NeedsRun round={location.round} />
      ) : (
        <Tabs location={location} round={location.round} run={location.run} />
      )}
    </>
  );
}

function Tabs({ location, round, run }: { readonly location: Location; readonly round: string; readonly run: string }) {
  const { t } = useTexts();
  const [name = "", id, about] = (location.open ?? "change").split("/");
  const tab: Tab = TABS.find((one) => one === name) ?? "change";
  return (
    <div class="stack wide">
      <nav aria-label={t.whatIf.title}>
        <ul class="tabs">
          {TABS.map((one) => (
            <li key={one}>
              <a href={hrefOf({ ...location, open: one })} aria-current={one === tab ? "page" : undefined}>
                {t.whatIf.tabs[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
